import type { OpenAnswer } from "./open-answer.js";

/** One thing that a client says. */
export interface Sent {
  /** What is special about it, for the report of a difference. */
  readonly name: string;
  /** A line, or the body of a POST. */
  readonly text: string;
  /** Headers that differ from those that belong to the message; `null` for one that is left out. */
  readonly headers?: Headers;
  /** The method of the HTTP request. @default "POST" */
  readonly method?: "GET" | "DELETE";
}

export type Headers = Readonly<Record<string, string | readonly string[] | null>>;

/** What a client says next, which may repeat what this server has told it before. */
export type Step = Sent | ((answers: readonly OpenAnswer[]) => Sent);

/** Says a message, or a text that is none. */
export function sent(name: string, message: unknown, headers?: Headers): Sent {
  return { name, text: typeof message === "string" ? message : JSON.stringify(message), ...(headers && { headers }) };
}
