import { describeError } from "../log/describe-error.js";
import { escapeControls } from "../log/escape-controls.js";
import { excerpt } from "../log/excerpt.js";
import { readError, readProperty } from "../log/read-error.js";
import { summarizeError } from "../log/summarize-error.js";
import { createReference } from "./create-reference.js";
import { kindOfSource } from "./kind-of-source.js";
import { Repeats } from "./repeats.js";

/** How many failures of a kind are written in full in a minute. */
const WRITTEN_PER_MINUTE = 10;

/** The longest name of a source, in characters. */
const MAX_SOURCE = 300;

/** How many frames of a stack tell kinds apart: the place that failed, and how it was reached. */
const FRAMES = 5;

/**
 * Writes failures to stderr: each in full with its stack, but only ten of a kind in a minute. Further ones are counted, so that
 * a client that makes a method fail again and again can neither fill the log nor hide other failures.
 */
export class FailureLog {
  readonly #repeats = new Repeats<Written>({
    allowed: WRITTEN_PER_MINUTE,
    remind: (written, more) => {
      if (written !== undefined) console.error(`${written.label} ${more}`);
      else console.error(`[plainmcp] ${more} failures of other kinds (reference ${this.#otherReference})`);
    },
  });
  #hasAdvised = false;
  /** The reference of failures that are only counted, and are of no kind that is written. */
  readonly #otherReference = createReference();

  /**
   * Writes what failed for a client.
   *
   * @param source What failed, such as `tool "add"`
   * @param reference The reference that the client gets, if it is known already
   * @returns the reference under which the log has this failure or, if it is only counted, one like it
   */
  failure(error: unknown, source: string, reference: string = createReference()): string {
    const written = this.#repeats.take(`${kindOfSource(source)} ${kindOf(error)}`, () => {
      const failed = `[plainmcp] ${excerpt(source, MAX_SOURCE)} failed`;
      console.error(`${failed} (reference ${reference}${this.#adviceFor(source)}) ${describeError(error)}`);
      return { label: `${failed} (reference ${reference})`, reference };
    });
    return written?.reference ?? this.#otherReference;
  }

  /** Writes an error that no client was told of. What has no stack but its message is not a failure, and takes one line. */
  error(error: unknown): void {
    const parts = readError(error);
    if (parts !== undefined && readProperty(error as Error, "stack") === parts.message) {
      console.error(escapeControls(parts.message));
      return;
    }
    this.#repeats.take(kindOf(error), () => {
      console.error(`[plainmcp] ${describeError(error)}`);
      return { label: `[plainmcp] ${excerpt(summarizeError(error), MAX_SOURCE)}`, reference: this.#otherReference };
    });
  }

  /** Writes how many failures were only counted so far. */
  flush(): void {
    this.#repeats.flush();
  }

  /** Advice for the author of a tool, given with the first failure only. */
  #adviceFor(source: string): string {
    if (this.#hasAdvised || !source.startsWith('tool "')) return "";
    this.#hasAdvised = true;
    return "; for a text that the model may read, throw ToolError";
  }
}

/** What was written of a failure. */
interface Written {
  /** Begins the reminder of further ones. */
  readonly label: string;
  readonly reference: string;
}

/** What failures have in common that are of one kind. A client must not be able to choose it, as it may choose the message. */
function kindOf(error: unknown): string {
  const parts = readError(error);
  if (parts === undefined) return typeof error;
  const code = readProperty(error as Error, "code");
  const texts = [parts.name, typeof code === "string" || typeof code === "number" ? `${code}` : ""];
  return [...texts.map((text) => text.slice(0, MAX_SOURCE)), ...parts.frames.slice(0, FRAMES)].join("\n");
}
