import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { ClientInfo, Era } from "../context.js";

/** What the client has said of itself: with this request in the modern era, when it connected in the legacy one. */
export function clientInfo(server: Server, { mcpReq }: ServerContext, era: Era): ClientInfo {
  const envelope: Readonly<Record<string, unknown>> = { ...mcpReq.envelope };
  const modern = era === "modern";
  const info = modern ? envelope[CLIENT_INFO_META_KEY] : server.getClientVersion();
  const capabilities = modern ? envelope[CLIENT_CAPABILITIES_META_KEY] : server.getClientCapabilities();
  const { name, version } = (info ?? {}) as { name?: string; version?: string };
  return {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    capabilities: (capabilities ?? {}) as ClientInfo["capabilities"],
  };
}
