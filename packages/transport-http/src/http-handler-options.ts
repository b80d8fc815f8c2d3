import { toEndpointPath } from "./endpoint-path.js";
import { EventLog } from "./event-log.js";
import type { EventStore } from "./event-store.js";
import { LOOPBACK_HOSTS } from "./host-guard.js";
import { LOOPBACK_ORIGINS } from "./origin-guard.js";

/** Options of `createHttpHandler`. */
export interface HttpHandlerOptions {
  /**
   * Path of the endpoint, without a query. `/healthz` answers beside it, everything else is 404.
   * @default "/mcp"
   */
  readonly path?: string;
  /**
   * Names clients may reach the server by, such as `"mcp.example.com"`; with a port, on that port only. Requests for
   * another name are answered 403. A name that is not one of this machine's own also admits the web pages of that name,
   * by http and https and on any port, or on the one given: `allowedOrigins` is for pages of other names.
   * @default ["localhost", "127.0.0.1", "[::1]"]
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Web pages that may call the server, such as `"https://app.example.com"`, or `"http://localhost:*"` for any port.
   * Requests from other pages are answered 403; programs that are no web page are not concerned.
   * @default the origins of this machine, on any port; those of `allowedHosts` come on top in any case
   */
  readonly allowedOrigins?: readonly string[];
  /** Largest request body, in bytes. A larger one is answered 413. @default 4_194_304 (4 MiB) */
  readonly maxBodySize?: number;
  /**
   * How clients of the revisions before 2026-07-28 are served: with sessions, which they need to be asked questions and
   * told of changes; each request by itself, where nothing can be kept in memory between two requests; or not at all.
   * @default "sessions"
   */
  readonly legacy?: "sessions" | "stateless" | "reject";
  /**
   * Makes the store from which a session's client fetches what it missed while its connection was lost.
   * @default keeps the latest 256 messages of each session in memory, and of these no more than 262_144 characters
   */
  readonly eventStore?: (sessionId: string) => EventStore;
  /**
   * How many sessions of legacy clients may be open. Beyond it the longest idle one is closed; when none is idle, new
   * clients are answered 503.
   * @default 1000
   */
  readonly maxSessions?: number;
  /** Milliseconds after which an idle session of a legacy client is closed. @default 1_800_000 (30 minutes) */
  readonly sessionTtlMs?: number;
  /** Milliseconds between the comments that keep an event stream alive; 0 for none. @default 15_000 */
  readonly keepAliveMs?: number;
  /** Milliseconds that `close` leaves requests in flight to finish; then their signals are aborted. @default 10_000 */
  readonly shutdownGraceMs?: number;
  /**
   * Is told what clients do not hear: failures each time, and once each, up to a limit, refused hosts and origins and
   * requests that break the protocol. The errors of these have no stack, and no more of what clients sent than a line.
   * @default writes it to stderr
   */
  readonly onError?: (error: Error) => void;
}

/** The options with their defaults, `onError` aside. */
export type HttpHandlerSettings = Required<Omit<HttpHandlerOptions, "onError">>;

/**
 * Fills in the defaults.
 *
 * @throws TypeError that says what is wrong with an option
 */
export function resolveHttpHandlerOptions(options: HttpHandlerOptions): HttpHandlerSettings {
  const { path = "/mcp", allowedHosts = LOOPBACK_HOSTS, allowedOrigins = LOOPBACK_ORIGINS } = options;
  const { maxBodySize = 4 * 1024 * 1024, maxSessions = 1_000, sessionTtlMs = 30 * 60 * 1_000 } = options;
  const { keepAliveMs = 15_000, shutdownGraceMs = 10_000 } = options;
  const { legacy = "sessions", eventStore = () => new EventLog() } = options;
  if (!LEGACY.includes(legacy)) {
    throw new TypeError(`legacy must be one of ${LEGACY.join(", ")}, not ${JSON.stringify(legacy)}.`);
  }
  requireAtLeast(1, { maxBodySize, maxSessions, sessionTtlMs });
  requireAtLeast(0, { keepAliveMs, shutdownGraceMs });
  return {
    path: toEndpointPath(path),
    allowedHosts,
    allowedOrigins,
    maxBodySize,
    legacy,
    eventStore,
    maxSessions,
    sessionTtlMs,
    keepAliveMs,
    shutdownGraceMs,
  };
}

const LEGACY: readonly unknown[] = ["sessions", "stateless", "reject"];

function requireAtLeast(least: number, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value >= least)) throw new TypeError(`${name} must be a number from ${least} up, not ${value}.`);
  }
}
