/** The two eras of the protocol: 2026-07-28, which has no sessions, and those before, which begin with `initialize`. */
export type Era = "modern" | "legacy";

/** The newest first. */
export const ERAS: readonly Era[] = ["modern", "legacy"];

/** The revision that clients of each era ask for. */
export const REVISIONS: Readonly<Record<Era, string>> = { modern: "2026-07-28", legacy: "2025-11-25" };

/** A request or, without an id, a notification. */
export interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

const CLIENT = { name: "bench", version: "1.0.0" };

const META = {
  "io.modelcontextprotocol/protocolVersion": REVISIONS.modern,
  "io.modelcontextprotocol/clientCapabilities": {},
  "io.modelcontextprotocol/clientInfo": CLIENT,
};

/** With what a legacy client begins. */
export const INITIALIZE: Message = {
  id: 0,
  method: "initialize",
  params: { protocolVersion: REVISIONS.legacy, capabilities: {}, clientInfo: CLIENT },
};

/** What a legacy client sends when `initialize` was answered. */
export const INITIALIZED: Message = { method: "notifications/initialized" };

/** A message as text, with what each request of its era carries. */
export function toText({ id, method, params }: Message, era: Era): string {
  const sent = era === "modern" ? { ...params, _meta: META } : params;
  return JSON.stringify({ jsonrpc: "2.0", id, method, params: sent });
}

/** The headers that go with a modern message over HTTP. */
export function modernHeaders({ method, params }: Message): Readonly<Record<string, string>> {
  const name = params?.name;
  return {
    "MCP-Protocol-Version": REVISIONS.modern,
    "Mcp-Method": method,
    ...(typeof name === "string" && { "Mcp-Name": name }),
  };
}
