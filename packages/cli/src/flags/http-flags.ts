import type { ServeHttpOptions } from "@plainmcp/transport-http/node";
import type { FlagTable } from "./flag.js";
import type { ProcessOptions } from "./process-options.js";
import { stdioFlags } from "./stdio-flags.js";
import { count, list, oneOf, port, size, text, time, timeOrZero } from "./text-formats.js";

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
  legacy: {
    flag: "--legacy <mode>",
    env: "MCP_LEGACY",
    format: oneOf("sessions", "stateless", "reject"),
    help: "how to serve older clients: sessions, stateless or reject",
    default: "sessions",
    group: "Clients older than 2026-07-28",
  },
  maxSessions: {
    flag: "--max-sessions <number>",
    env: "MCP_MAX_SESSIONS",
    format: count,
    help: "keep at most this many sessions open; closes the one idle longest",
    default: "1000",
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
  maxUnfetchedBytes: {
    flag: "--max-unfetched-size <size>",
    env: "MCP_MAX_UNFETCHED_SIZE",
    format: size,
    help: "memory per session for answers that its client has not fetched yet",
    default: "4MiB",
    group: "Clients older than 2026-07-28",
  },
  maxBodySize: {
    flag: "--max-body-size <size>",
    env: "MCP_MAX_BODY_SIZE",
    format: size,
    help: "largest request body that is accepted",
    default: "4MiB",
    group: "Limits",
  },
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
