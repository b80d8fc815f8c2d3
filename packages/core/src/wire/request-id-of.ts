import type { RequestId } from "./message.js";

/** The id of a JSON value, if it is a request. The id of a response names one of our own requests. */
export function requestIdOf(json: unknown): RequestId | undefined {
  if (typeof json !== "object" || json === null || !("method" in json) || !("id" in json)) return undefined;
  const { id, method } = json;
  if (typeof method !== "string") return undefined;
  return typeof id === "string" || Number.isInteger(id) ? (id as RequestId) : undefined;
}
