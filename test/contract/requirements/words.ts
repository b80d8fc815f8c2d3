import { LEGACY_REVISIONS, MODERN } from "../../support/revisions.js";
import type { WireClient } from "../../support/wire-client.js";
import type { Message } from "../../support/wire-schemas.js";

export const EVERY: readonly string[] = [MODERN, ...LEGACY_REVISIONS];

/** For requirements that may depend on the era, but not on the revision. */
export const ONE_OF_EACH_ERA: readonly string[] = [MODERN, "2025-11-25"];

/** The revisions from this one to the one before 2026-07-28. */
export function legacyFrom(first: string): readonly string[] {
  return LEGACY_REVISIONS.filter((revision) => revision >= first);
}

/** The text of a call's result. */
export function textOf({ result }: Message): string | undefined {
  return (result as { content?: { text: string }[] } | undefined)?.content?.[0]?.text;
}

/** The id of the subscription that a message belongs to. */
export function subscriptionOf({ params, result }: Message): unknown {
  const { _meta } = (params ?? result ?? {}) as { readonly _meta?: Readonly<Record<string, unknown>> };
  return _meta?.["io.modelcontextprotocol/subscriptionId"];
}

/** Subscribes under an id, and returns the acknowledgement. */
export async function listen(client: WireClient, id: string | number, notifications: object): Promise<Message> {
  await client.send({ id, method: "subscriptions/listen", params: client.params({ notifications }) });
  return client.message((message) => subscriptionOf(message) === id);
}

/** Whether an error message is readable, and not the raw output of a validator. */
export function isInWords(message: string): boolean {
  return /\w/.test(message) && !/invalid_type|invalid_value|ZodError|\[\s*\{|"path"/i.test(message);
}
