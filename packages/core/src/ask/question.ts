import type { Era } from "../context.js";
import type { ClientCapability } from "../manifest/manifest.js";
import type { FormReading } from "../primitives/form.js";

/** A question to the client, in whichever way the era asks it. */
export interface Question<T> {
  /** Identifies the question if it has no key: its kind and its text. */
  readonly title: string;
  readonly key: string | undefined;
  readonly requires: ClientCapability;
  /** The request that asks it. */
  request(era: Era): QuestionRequest;
  /** Reads the client's answer. */
  read(answer: unknown): FormReading<T> | Promise<FormReading<T>>;
}

/** A request from the server to its client. */
export interface QuestionRequest {
  readonly method: "elicitation/create" | "sampling/createMessage" | "roots/list";
  readonly params?: { readonly [name: string]: unknown };
}
