import { type CallScope, currentContainment } from "../containment/containment.js";
import { excerpt } from "../log/excerpt.js";
import { createReference } from "./create-reference.js";
import type { ErrorReport, ErrorReporter } from "./error-report.js";
import { FailureLog } from "./failure-log.js";
import { guardReporter } from "./guard-reporter.js";
import { kindOfSource } from "./kind-of-source.js";
import { OperatorWarning } from "./operator-warning.js";
import { Repeats } from "./repeats.js";

/** The longest warning, in characters. */
const MAX_WARNING = 1_000;

/**
 * Reports what goes wrong in one server to `onError`, or else to stderr. If `onError` fails, both errors go to stderr. Repeated
 * warnings are counted, and so are repeated failures on stderr; `onError` gets every failure.
 */
export class Failures {
  readonly #onError: ErrorReporter | undefined;
  readonly #log = new FailureLog();
  readonly #warnings = new Repeats<Warned>({
    remind: (last, more) => {
      const text = last === undefined ? `${more} of other kinds` : `${last.warning.message} ${more}`;
      this.#pass({ warning: new OperatorWarning(text), source: last?.source ?? "warnings" });
    },
  });
  /** What `onError` leaves running. Its failures go to stderr, because `onError` might fail again and again. */
  readonly #scope: CallScope = {
    source: "onError",
    contain: (error) => void this.#log.failure(error, "background work of onError"),
  };

  constructor(onError: ErrorReporter | undefined) {
    this.#onError = onError;
  }

  /** @returns the reference of the report */
  report(error: unknown, source: string): string {
    if (isWarning(error)) return this.#takeWarning({ warning: error, source });
    return this.#onError === undefined ? this.#log.failure(error, source) : this.#tell(this.#onError, error, source);
  }

  /** Says how many failures and warnings were only counted so far. */
  flush(): void {
    this.#warnings.flush();
    this.#log.flush();
  }

  #takeWarning(warned: Warned): string {
    const { warning, source } = warned;
    // Clients choose URIs.
    const kind = excerpt(
      warning.message.replaceAll(source, () => kindOfSource(source)),
      MAX_WARNING,
    );
    this.#warnings.take(kind, () => {
      this.#pass(warned);
      return warned;
    });
    return "";
  }

  #pass({ warning, source }: Warned): void {
    if (this.#onError === undefined) writeWarning(warning);
    else this.#tell(this.#onError, warning, source);
  }

  #tell(onError: ErrorReporter, error: unknown, source: string): string {
    const reference = createReference();
    const guarded = guardReporter<ErrorReport>(onError, (_, failure) => {
      if (isWarning(error)) writeWarning(error);
      else this.#log.failure(error, source, reference);
      this.#log.failure(failure, "onError");
    });
    currentContainment().run(this.#scope, () => guarded({ error, reference, source }));
    return reference;
  }
}

interface Warned {
  readonly warning: OperatorWarning;
  readonly source: string;
}

function writeWarning({ message }: OperatorWarning): void {
  console.error(`[plainmcp] Warning: ${excerpt(message, MAX_WARNING)}`);
}

/** Looking at what was thrown may throw. */
function isWarning(error: unknown): error is OperatorWarning {
  try {
    return error instanceof OperatorWarning;
  } catch {
    return false;
  }
}
