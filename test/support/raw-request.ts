import type { RequestMethod } from "@modelcontextprotocol/client";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { ResultSchema } from "@modelcontextprotocol/sdk/types.js";
import type { Connection } from "./connect.js";

/** Sends one request as it is and returns the result as it came: no pages put together, nothing kept. */
export async function rawRequest(
  { client }: Connection,
  method: string,
  params: Record<string, unknown> = {},
): Promise<Record<string, unknown>> {
  // The first client wants a schema, the second knows the method's own.
  if ((client as unknown) instanceof V1Client) {
    return (client as unknown as V1Client).request({ method, params }, ResultSchema);
  }
  return (await client.request({ method: method as RequestMethod, params })) as Record<string, unknown>;
}
