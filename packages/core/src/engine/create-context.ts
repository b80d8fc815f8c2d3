import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type Notification,
  type Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import type { ClientInfo, Context, ContextLog, LogLevel } from "../context.js";
import type { Registry } from "../registry/registry.js";

/** The context of one request, and a way to wait until all that was sent through it is out. */
export function createContext(
  server: Server,
  request: ServerContext,
  _registry: Registry,
  era: "modern" | "legacy",
): { readonly context: Context; readonly flush: () => Promise<void> } {
  const { mcpReq } = request;
  const sent: Promise<void>[] = [];
  const send = (sending: Promise<void>): void => {
    // A client that is gone needs no progress, and the request's signal already says that it is gone.
    sent.push(sending.catch(() => undefined));
  };
  const flush = async (): Promise<void> => {
    await Promise.all(sent);
  };
  const context: Context = {
    signal: mcpReq.signal,
    requestId: mcpReq.id,
    era,
    get client() {
      return clientInfo(server, request, era);
    },
    meta: { ...mcpReq._meta },
    get server(): never {
      return notBuilt();
    },
    elicit: notBuilt,
    elicitUrl: notBuilt,
    sample: notBuilt,
    roots: notBuilt,
    once: notBuilt,
    releaseConnection: notBuilt,
    log: createLog((level, data) => send(mcpReq.log(level, data))),
    progress: createProgress(mcpReq._meta?.progressToken, (notification) => send(mcpReq.notify(notification))),
  };
  return { context, flush };
}

function notBuilt(): never {
  throw new Error("Not built yet.");
}

function createLog(write: (level: LogLevel, data: unknown) => void): ContextLog {
  const entries = LEVELS.map((level) => [level, (data: unknown) => write(level, data)] as const);
  return Object.fromEntries(entries) as unknown as ContextLog;
}

const LEVELS: readonly LogLevel[] = ["debug", "info", "notice", "warning", "error", "critical", "alert", "emergency"];

function createProgress(
  progressToken: string | number | undefined,
  notify: (notification: Notification) => void,
): Context["progress"] {
  let last = Number.NEGATIVE_INFINITY;
  return (progress, total, message) => {
    // The protocol allows only values that increase. The negation also drops NaN.
    if (progressToken === undefined || !(progress > last)) return;
    last = progress;
    const params = { progressToken, progress, ...(total !== undefined && { total }), ...(message && { message }) };
    notify({ method: "notifications/progress", params });
  };
}

function clientInfo(server: Server, { mcpReq }: ServerContext, era: "modern" | "legacy"): ClientInfo {
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
