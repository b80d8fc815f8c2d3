import type { Era } from "../context.js";
import type { ClientCapability } from "../manifest/manifest.js";
import type { FormReading } from "../primitives/form.js";

/** Something to ask the client, whichever way its era has for it. */
export interface Question<T> {
  /** What the question is known by if its key is not given: its kind and its text. */
  readonly title: string;
  readonly key: string | undefined;
  readonly requires: ClientCapability;
  /** The request that asks it. */
  request(era: Era): QuestionRequest;
  /** What the client's answer means. */
  read(answer: unknown): FormReading<T> | Promise<FormReading<T>>;
}

/** A request of the server's to its client. */
export interface QuestionRequest {
  readonly method: "elicitation/create" | "sampling/createMessage" | "roots/list";
  readonly params?: { readonly [name: string]: unknown };
}
