import type { Asking, Ran } from "../ask/requester.js";
import type { Context } from "../context.js";
import type { Load } from "../limits/load.js";
import type { CallKind, Outcome } from "../primitives/middleware.js";
import type { Arguments } from "../primitives/primitive.js";
import type { Awaitable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import type { Deadline } from "./deadline.js";

/** One call on its way through the steps. */
export interface Call {
  readonly kind: CallKind;
  /** The name or URI that the client called. */
  readonly name: string;
  /** Names the call in the log, such as `tool "add"`. */
  readonly source: string;
  /** The arguments as the client sent them, until the step `validate` replaces them with what the method takes. */
  arguments: Arguments;
  readonly invocation: Invocation;
}

/** What a call needs from the request that it answers. */
export interface Invocation {
  /** Created on first access. */
  readonly context: Context;
  /** Aborted when nobody waits for the answer any more, or the time is over. Created on first access. */
  readonly signal: AbortSignal;
  /** Whether the signal is aborted. Cheaper than creating the signal. */
  readonly isAborted: boolean;
  /** The deadline of the method, if it has one. */
  readonly deadline: Deadline | undefined;
  /** The id of the call that this one continues with the client's answers. */
  readonly continues: string | undefined;
  /** What the request takes of the server's budgets. */
  readonly load: Load | undefined;
  readonly report: Report;
  /** Gives the method a deadline. */
  startDeadline(timeoutMs: number): Deadline;
  /** Runs the method, and handles its questions. */
  run<T>(method: () => Awaitable<T>): Awaitable<Ran<T>>;
}

export type CallOutcome = Outcome | Asking;

/** Runs a call to its outcome. Never throws or rejects. */
export type Run = (call: Call) => Awaitable<CallOutcome>;

/** One rule before the rest of a call. It throws to refuse the call. */
export type Check = (call: Call) => Awaitable<void>;

/** One rule around the rest of a call. It throws to refuse the call. */
export type Step = (call: Call, next: () => Awaitable<CallOutcome>) => Awaitable<CallOutcome>;
