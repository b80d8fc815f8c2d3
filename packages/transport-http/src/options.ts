import {
  EventLog,
  type EventStore,
  eventsInStore,
  optionError,
  requireAtLeast,
  type SessionEvents,
} from "@plainmcp/core/internal/engine";
import type { CallerOf } from "./gates/caller.js";
import { toEndpointPath } from "./gates/endpoint-path.js";
import { LOOPBACK_HOSTS } from "./gates/host.js";
import { LOOPBACK_ORIGINS } from "./gates/origin.js";
import type { TrustProxy } from "./limits/client-address.js";
import { type HttpLimits, resolveHttpLimits } from "./limits/http-limits.js";

/** Options of `createHttpHandler`. */
export interface HttpHandlerOptions {
  /**
   * Path of the endpoint, without a query. `/healthz` answers health checks; every other path is answered with 404.
   * @default "/mcp"
   */
  readonly path?: string;
  /**
   * Host names by which clients may reach the server, besides `localhost`, `127.0.0.1` and `[::1]`, which always work:
   * `"mcp.example.com"`, in any letter case; `"mcp.example.com:8443"` on that port only; `"*.example.com"` for every name
   * below it. Requests for another name are answered with 403. A name also allows the web pages of that name, over http and
   * https and on any port, or on the given one. `allowedOrigins` is for pages of other names.
   * @default []
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Origins of web pages that may call the server, besides those of this machine and of `allowedHosts`:
   * `"https://app.example.com"`; `"https://app.example.com:*"` on any port; `"https://*.example.com"` for every name below
   * it. Requests from other pages are answered with 403. Programs send no origin, so the option does not affect them.
   * @default []
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Returns who makes a request, as a gateway or a framework has already verified it. Methods get the caller as `ctx.auth`,
   * and each caller finds only their own tasks and sessions. If it throws, the request is answered with 500.
   * @default callers stay unknown
   */
  readonly caller?: CallerOf;
  /** How much the server holds for its clients, and for each of them; see {@link HttpLimits}. */
  readonly limits?: HttpLimits;
  /**
   * Which proxies say in `X-Forwarded-For` whom a request comes from: the last ones, by their number, such as `1`; or those
   * with these addresses, such as `["10.0.0.0/8"]`. Each client has its own share of the limits, and is known by its caller or
   * else by its address. Behind a proxy that is not named here, all clients are one.
   * @default none
   */
  readonly trustProxy?: TrustProxy;
  /**
   * How to serve clients older than 2026-07-28: with sessions, which they need to get questions and notifications of
   * changes; each request on its own, for hosts that keep no memory between requests; or not at all.
   * @default "sessions"
   */
  readonly legacy?: "sessions" | "stateless" | "reject";
  /**
   * Creates the store of a session's messages, from which a client that reconnects fetches those that it missed.
   * @default keeps in memory, for each session, the answers that the client has not fetched, up to `limits.maxUnfetchedSize`,
   * and the latest 256 other messages, up to 262_144 bytes
   */
  readonly eventStore?: (sessionId: string) => EventStore;
  /** Milliseconds after which an idle session of a legacy client is closed. @default 1_800_000 (30 minutes) */
  readonly sessionTtlMs?: number;
  /**
   * Milliseconds of silence after which a response sends a keep-alive, each time; 0 for never. A call that takes longer is
   * answered with an event stream, or with JSON after white space for clients that do not accept event streams.
   * @default 5_000
   */
  readonly keepAliveMs?: number;
  /**
   * Milliseconds that `close` may take in total. During the first half, calls in flight may finish. Then their signals
   * abort, and methods have a good third of the time to clean up. The rest is for the last answers to leave.
   * @default 9_000
   */
  readonly shutdownGraceMs?: number;
  /**
   * Answers ordinary requests without the official SDK, which is several times faster. Turn it off to see if the SDK would
   * answer differently.
   * @default true
   */
  readonly lane?: boolean;
  /**
   * Receives errors that clients do not see. Failures of the server are reported each time, as they were thrown. Refused hosts,
   * origins and revisions, and requests that break the protocol, are reported once, and then each minute with the number of
   * further ones. The errors of the latter have no stack, and at most one line of what clients sent, with control characters
   * escaped.
   * @default writes them to stderr; of many failures of a kind, ten in each minute, and the number of further ones
   */
  readonly onError?: (error: Error) => void;
}

/** The options that the handler needs, with their defaults. */
export type HttpHandlerSettings = Required<
  Omit<HttpHandlerOptions, "onError" | "eventStore" | "caller" | "limits" | "trustProxy">
> & {
  readonly limits: Required<HttpLimits>;
  readonly trustProxy: TrustProxy | undefined;
  /**
   * Returns the store of the messages that a session was sent.
   *
   * @param count Is told how many bytes it stores. Returns whether there is room for them
   */
  readonly events: (sessionId: string, count: (bytes: number) => boolean) => SessionEvents;
};

/**
 * Fills in the defaults.
 *
 * @param onError Receives the errors of event stores
 * @throws TypeError when an option is invalid, with the reason
 */
export function resolveHttpHandlerOptions(
  options: HttpHandlerOptions,
  onError: (error: Error) => void = () => undefined,
): HttpHandlerSettings {
  const { path = "/mcp", allowedHosts = [], allowedOrigins = [] } = options;
  const { sessionTtlMs = 30 * 60 * 1_000, keepAliveMs = 5_000, shutdownGraceMs = 9_000 } = options;
  const { legacy = "sessions", lane = true, eventStore, trustProxy } = options;
  const limits = resolveHttpLimits(options.limits);
  if (!LEGACY.includes(legacy)) {
    throw optionError(
      "legacy",
      (name) => `${name} must be one of ${LEGACY.join(", ")}, not ${JSON.stringify(legacy)}.`,
    );
  }
  requireAtLeast(1, { sessionTtlMs });
  requireAtLeast(0, { keepAliveMs, shutdownGraceMs });
  return {
    path: toEndpointPath(path),
    allowedHosts: [...LOOPBACK_HOSTS, ...allowedHosts],
    allowedOrigins: [...LOOPBACK_ORIGINS, ...allowedOrigins],
    limits,
    trustProxy,
    legacy,
    events: (sessionId, count) =>
      eventStore ? eventsInStore(eventStore(sessionId), onError) : new EventLog(limits.maxUnfetchedSize, count),
    sessionTtlMs,
    keepAliveMs,
    shutdownGraceMs,
    lane,
  };
}

const LEGACY: readonly unknown[] = ["sessions", "stateless", "reject"];
