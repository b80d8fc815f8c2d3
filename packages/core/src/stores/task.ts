import type { RequestMessage } from "../wire/message.js";

/** A call that goes on after it has been answered, as the tasks extension shows it to clients. */
export interface Task {
  /** 128 random bits. */
  readonly taskId: string;
  readonly status: TaskStatus;
  /** What the work is doing, for a person to read. */
  readonly statusMessage?: string;
  /** ISO 8601, as is the next. */
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds after its creation in which the task is kept. */
  readonly ttlMs: number;
  /** Milliseconds that a client should leave between two looks. */
  readonly pollIntervalMs: number;
  /** What the client is asked, while the status is `input_required`. */
  readonly inputRequests?: { readonly [key: string]: Pick<RequestMessage, "method" | "params"> };
  /** The tool's result, once `completed`. */
  readonly result?: { readonly [field: string]: unknown };
  /** Why there is no result, once `failed`. */
  readonly error?: TaskError;
}

/** The last three are final. */
export type TaskStatus = "working" | "input_required" | "completed" | "cancelled" | "failed";

/** An error of the protocol. */
export interface TaskError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** Whether nothing more will happen to the task. */
export function isFinal({ status }: Task): boolean {
  return status === "completed" || status === "cancelled" || status === "failed";
}
