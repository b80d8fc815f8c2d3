import type { Asking, Ran } from "../ask/requester.js";
import type { Context } from "../context.js";
import type { CallKind, Outcome } from "../primitives/middleware.js";
import type { Arguments } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import type { Deadline } from "./deadline.js";

/** One call on its way through the steps. */
export interface Call {
  readonly kind: CallKind;
  /** As clients know what is called: a name or a URI. */
  readonly name: string;
  /** What is called, for the log, such as `tool "add"`. */
  readonly source: string;
  /** As the client sent them, until the step `validate` has made them what the method takes. */
  arguments: Arguments;
  readonly invocation: Invocation;
}

/** What a call needs of the request that it answers. */
export interface Invocation {
  /** Made when somebody asks for it. */
  readonly context: Context;
  /** Aborted when nobody waits for the answer any more, or the time is over. Made when somebody asks for it. */
  readonly signal: AbortSignal;
  /** Whether the signal has been aborted. Costs less than the signal. */
  readonly isAborted: boolean;
  /** The end of the method's time, if it has one. The step `deadline` sets it. */
  deadline: Deadline | undefined;
  /** The call that this one continues, with the client's answers to what the method has asked. */
  readonly continues: string | undefined;
  readonly report: Report;
  /** Runs the method, and everything that it asks. */
  run<T>(method: () => T | Promise<T>): Promise<Ran<T>>;
}

export type CallOutcome = Outcome | Asking;

/** Takes a call to its outcome. Never rejects. */
export type Run = (call: Call) => Promise<CallOutcome>;

/** One rule around a call. It may refuse by throwing. */
export type Step = (call: Call, next: () => Promise<CallOutcome>) => Promise<CallOutcome>;
