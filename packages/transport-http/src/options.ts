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

/** Options of `createHttpHandler`. */
export interface HttpHandlerOptions {
  /**
   * Path of the endpoint, without a query. `/healthz` answers beside it, everything else is 404.
   * @default "/mcp"
   */
  readonly path?: string;
  /**
   * Names by which clients may reach the server, besides `localhost`, `127.0.0.1` and `[::1]`, which always work. Such as
   * `"mcp.example.com"`, in any case; `"mcp.example.com:8443"` on that port only; `"*.example.com"` for every name below it.
   * Requests for another name are answered 403. A name also admits the web pages of that name, by http and https and on
   * any port, or on the one given: `allowedOrigins` is for pages of other names.
   * @default []
   */
  readonly allowedHosts?: readonly string[];
  /**
   * Web pages that may call the server, besides those of this machine and of `allowedHosts`. Such as
   * `"https://app.example.com"`; `"https://app.example.com:*"` on any port; `"https://*.example.com"` for every name below
   * it. Requests from other pages are answered 403. Programs send no origin, so this does not concern them.
   * @default []
   */
  readonly allowedOrigins?: readonly string[];
  /**
   * Says who makes a request, from what has been checked before, such as by a gateway or a framework: `ctx.auth`, and whose
   * tasks and sessions are found again. When it throws, the request is answered 500.
   * @default nobody is identified
   */
  readonly caller?: CallerOf;
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
   * @default keeps in memory, for each session, the answers that nobody has fetched, up to `maxUnfetchedBytes`, and of
   * everything else the latest 256 messages, up to 262_144 bytes
   */
  readonly eventStore?: (sessionId: string) => EventStore;
  /**
   * How many bytes of answers a session keeps in memory until its client fetches them. For an answer above that, an error
   * is kept.
   * @default 4_194_304 (4 MiB)
   */
  readonly maxUnfetchedBytes?: number;
  /**
   * How many sessions of legacy clients may be open. Beyond it the longest idle one is closed; when none is idle, new
   * clients are answered 503.
   * @default 1000
   */
  readonly maxSessions?: number;
  /** Milliseconds after which an idle session of a legacy client is closed. @default 1_800_000 (30 minutes) */
  readonly sessionTtlMs?: number;
  /**
   * Milliseconds after which an answer that is quiet shows a sign of life, and again each time; 0 for never. A call that
   * takes longer is answered by an event stream, or by JSON behind white space to clients that take no event stream.
   * @default 5_000
   */
  readonly keepAliveMs?: number;
  /**
   * Milliseconds that `close` may take in all. In the first half of them calls in flight may finish; then their signals
   * abort, and methods have a good third to settle and clean up; the rest is for the last answers to leave.
   * @default 9_000
   */
  readonly shutdownGraceMs?: number;
  /**
   * Is told what clients do not hear: failures each time, and once each, up to a limit, refused hosts and origins and
   * requests that break the protocol. The errors of these have no stack, and no more of what clients sent than a line.
   * @default writes it to stderr
   */
  readonly onError?: (error: Error) => void;
}

/** The options with their defaults, `onError` aside. */
export type HttpHandlerSettings = Required<
  Omit<HttpHandlerOptions, "onError" | "eventStore" | "maxUnfetchedBytes" | "caller">
> & {
  /** Keeps what a session was sent. */
  readonly events: (sessionId: string) => SessionEvents;
};

/**
 * Fills in the defaults.
 *
 * @param onError Is told how an event store failed
 * @throws TypeError that says what is wrong with an option
 */
export function resolveHttpHandlerOptions(
  options: HttpHandlerOptions,
  onError: (error: Error) => void = () => undefined,
): HttpHandlerSettings {
  const { path = "/mcp", allowedHosts = [], allowedOrigins = [] } = options;
  const { maxBodySize = 4 * 1024 * 1024, maxSessions = 1_000, sessionTtlMs = 30 * 60 * 1_000 } = options;
  const { keepAliveMs = 5_000, shutdownGraceMs = 9_000 } = options;
  const { legacy = "sessions", eventStore, maxUnfetchedBytes = 4 * 1024 * 1024 } = options;
  if (!LEGACY.includes(legacy)) {
    throw optionError(
      "legacy",
      (name) => `${name} must be one of ${LEGACY.join(", ")}, not ${JSON.stringify(legacy)}.`,
    );
  }
  requireAtLeast(1, { maxBodySize, maxUnfetchedBytes, maxSessions, sessionTtlMs });
  requireAtLeast(0, { keepAliveMs, shutdownGraceMs });
  return {
    path: toEndpointPath(path),
    allowedHosts: [...LOOPBACK_HOSTS, ...allowedHosts],
    allowedOrigins: [...LOOPBACK_ORIGINS, ...allowedOrigins],
    maxBodySize,
    legacy,
    events: (sessionId) =>
      eventStore ? eventsInStore(eventStore(sessionId), onError) : new EventLog(maxUnfetchedBytes),
    maxSessions,
    sessionTtlMs,
    keepAliveMs,
    shutdownGraceMs,
  };
}

const LEGACY: readonly unknown[] = ["sessions", "stateless", "reject"];
