import type { MessageExtraInfo } from "@modelcontextprotocol/server";
import type { Caller } from "@plainmcp/core";
import { toAuthInfo } from "@plainmcp/core/internal/sdk";

/** What the SDK takes along with a message. */
export type MessageExtra = MessageExtraInfo;

/**
 * What a message brings along.
 *
 * @param closeSSEStream Lets go of the client's connection, where the client can come back
 */
export function messageExtra(
  request: Request,
  caller: Caller | undefined,
  closeSSEStream?: (retryMs?: number) => void,
): MessageExtra {
  return { request, ...(caller && { authInfo: toAuthInfo(caller) }), ...(closeSSEStream && { closeSSEStream }) };
}
