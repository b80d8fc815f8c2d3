import type { RequestMethod } from "@modelcontextprotocol/client";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { ResultSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Connection } from "./connect.js";

/** Sends one request and returns the raw result: pages are not joined, and nothing is cached. */
export async function rawRequest(
  { client }: Connection,
  method: string,
  params: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  // SDK v1 needs a schema; v2 knows the schemas of the methods.
  if ((client as unknown) instanceof V1Client) {
    return (client as unknown as V1Client).request({ method, params }, ResultSchema);
  }
  return (await client.request({ method: method as RequestMethod, params })) as Record<string, unknown>;
}
