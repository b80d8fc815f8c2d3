import type { Forms } from "../ask/forms.js";
import type { Context } from "../context.js";

/** One call of a method for one request. */
export interface Invocation {
  readonly context: Context;
  /** Whether the signal has been aborted. Costs less than the signal, which is made only when somebody asks for it. */
  readonly isAborted: boolean;
  /**
   * Runs the method.
   *
   * @param source What is called, for the log, such as `tool "add"`
   * @throws InputRequired when the client has to answer something first
   * @throws MissingCapabilityError when the client cannot do what the method asks of it
   * @throws ToolError when the time is over
   */
  run<T>(rules: CallRules, source: string, method: () => T | Promise<T>): Promise<T>;
}

/** What is settled before a method is called. */
export interface CallRules {
  /** What the method may ask. @default nothing that has no schema of its own */
  readonly forms?: Forms | undefined;
  /** Milliseconds the method may take. */
  readonly timeout?: number | undefined;
}
