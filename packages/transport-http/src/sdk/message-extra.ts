import type { MessageExtraInfo } from "@modelcontextprotocol/server";
import type { Caller } from "@plainmcp/core";
import { toAuthInfo } from "@plainmcp/core/internal/sdk";

/** Context that the SDK accepts with a message. */
export type MessageExtra = MessageExtraInfo;

/**
 * Creates the context of a message.
 *
 * @param closeSSEStream Ends the client's event stream early; only for clients that reconnect
 */
export function messageExtra(
  request: Request,
  caller: Caller | undefined,
  closeSSEStream?: (retryMs?: number) => void,
): MessageExtra {
  return { request, ...(caller && { authInfo: toAuthInfo(caller) }), ...(closeSSEStream && { closeSSEStream }) };
}
