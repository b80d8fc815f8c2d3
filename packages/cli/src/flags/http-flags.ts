import type { ServeHttpOptions } from "@plainmcp/transport-http/node";
import type { FlagTable } from "./flag.js";
import { engineLimitFlags, limitFlag } from "./limit-flags.js";
import type { ProcessOptions } from "./process-options.js";
import { stdioFlags } from "./stdio-flags.js";
import { list, oneOf, port, proxies, text, time, timeOrZero } from "./text-formats.js";

/** What people can set when they serve over HTTP. */
export const httpFlags: FlagTable<ServeHttpOptions & ProcessOptions> = {
  host: {
    flag: "--host <host>",
    env: "HOST",
    format: text,
    help: "address to listen on",
    default: "127.0.0.1",
    group: "Address",
  },
  port: {
    flag: "--port <number>",
    env: "PORT",
    format: port,
    help: "port to listen on, 0 for any free one",
    default: "3000",
    group: "Address",
  },
  path: {
    flag: "--path <path>",
    env: "MCP_PATH",
    format: text,
    help: "path of the endpoint",
    default: "/mcp",
    group: "Address",
  },
  allowedHosts: {
    flag: "--allowed-host <name>",
    env: "ALLOWED_HOSTS",
    format: list,
    help: "accept requests for this host besides localhost, such as mcp.example.com or *.example.com",
    group: "Callers",
  },
  allowedOrigins: {
    flag: "--allowed-origin <origin>",
    env: "ALLOWED_ORIGINS",
    format: list,
    help: "accept requests from this web page besides those of allowed hosts, such as https://app.example.com",
    group: "Callers",
  },
  trustProxy: {
    flag: "--trust-proxy <proxies>",
    env: "TRUST_PROXY",
    format: proxies,
    help: "believe X-Forwarded-For of this many proxies, or of proxies with these addresses, such as 10.0.0.0/8",
    group: "Callers",
  },
  legacy: {
    flag: "--legacy <mode>",
    env: "MCP_LEGACY",
    format: oneOf("sessions", "stateless", "reject"),
    help: "how to serve older clients: sessions, stateless or reject",
    default: "sessions",
    group: "Clients older than 2026-07-28",
  },
  sessionTtlMs: {
    flag: "--session-ttl <time>",
    env: "MCP_SESSION_TTL",
    format: time,
    help: "close a session that has been idle for this long",
    default: "30m",
    group: "Clients older than 2026-07-28",
  },
  "limits.maxBodySize": limitFlag("--max-body-size <size>", "largest request body that is accepted", "4MiB"),
  "limits.maxBodiesSize": limitFlag(
    "--max-bodies-size <size>",
    "memory for all requests in flight",
    "1/16 of the heap",
  ),
  "limits.maxConnections": limitFlag("--max-connections <number>", "open connections", "1 for each 64KiB of the heap"),
  "limits.maxSessions": limitFlag("--max-sessions <number>", "open sessions of older clients", "1000"),
  "limits.maxSessionsSize": limitFlag("--max-sessions-size <size>", "memory for all sessions", "1/8 of the heap"),
  "limits.maxUnfetchedSize": limitFlag(
    "--max-unfetched-size <size>",
    "memory per session for answers that its client has not fetched yet",
    "4MiB",
  ),
  "limits.maxQueueSize": limitFlag("--max-queue-size <size>", "memory for what one client has not read yet", "8MiB"),
  "limits.maxQueuesSize": limitFlag("--max-queues-size <size>", "the same for all clients together", "1/8 of the heap"),
  "limits.maxBatchSize": limitFlag("--max-batch-size <size>", "largest answer to a batch", "16MiB"),
  ...engineLimitFlags,
  keepAliveMs: {
    flag: "--keep-alive <time>",
    env: "MCP_KEEP_ALIVE",
    format: timeOrZero,
    help: "send a comment after this much silence, so that proxies keep the connection open; 0 turns it off",
    default: "5s",
    group: "Limits",
  },
  keepAliveTimeoutMs: {
    flag: "--keep-alive-timeout <time>",
    env: "MCP_KEEP_ALIVE_TIMEOUT",
    format: time,
    help: "close a connection that has been idle for this long",
    default: "65s",
    group: "Limits",
  },
  headersTimeoutMs: {
    flag: "--headers-timeout <time>",
    env: "MCP_HEADERS_TIMEOUT",
    format: time,
    help: "wait this long for the headers of a request; must be more than --keep-alive-timeout",
    default: "--keep-alive-timeout + 1s",
    group: "Limits",
  },
  shutdownGraceMs: { ...stdioFlags.shutdownGraceMs, default: "9s" },
  envFile: stdioFlags.envFile,
  lane: stdioFlags.lane,
};
