import type { RequestMessage } from "../wire/message.js";

/** A task as clients see it: a call that continues after its request is answered. */
export interface Task {
  /** 128 random bits. */
  readonly taskId: string;
  readonly status: TaskStatus;
  /** What the work is doing, for a person to read. */
  readonly statusMessage?: string;
  /** ISO 8601, like the next one. */
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds that the task is stored after its creation. */
  readonly ttlMs: number;
  /** Milliseconds that a client should wait between two polls. */
  readonly pollIntervalMs: number;
  /** The questions to the client, while the status is `input_required`. */
  readonly inputRequests?: { readonly [key: string]: Pick<RequestMessage, "method" | "params"> };
  /** The tool's result, once `completed`. */
  readonly result?: { readonly [field: string]: unknown };
  /** The error, once `failed`. */
  readonly error?: TaskError;
}

/** The status of a task. The last three are final. */
export type TaskStatus = "working" | "input_required" | "completed" | "cancelled" | "failed";

/** A protocol error. */
export interface TaskError {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
}

/** Whether the task has ended. */
export function isFinal({ status }: Task): boolean {
  return status === "completed" || status === "cancelled" || status === "failed";
}
