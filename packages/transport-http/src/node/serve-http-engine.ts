import {
  type AboutOption,
  createReporter,
  type Engine,
  type LimitError,
  optionError,
} from "@plainmcp/core/internal/engine";
import { containFailures } from "@plainmcp/core/internal/node";
import { LOOPBACK_HOSTS } from "../gates/host.js";
import { createEngineHandler } from "../handler.js";
import { proxyBy } from "../limits/client-address.js";
import { reportLimit } from "../limits/report-limits.js";
import { type HttpHandlerOptions, resolveHttpHandlerOptions } from "../options.js";
import { listen } from "./listen.js";
import { resolveTimeouts } from "./resolve-timeouts.js";
import { toListenHost } from "./to-listen-host.js";

const WILDCARDS: readonly string[] = ["0.0.0.0", "[::]"];

/** Options of `serveHttp`. */
export interface ServeHttpOptions extends HttpHandlerOptions {
  /** Port to listen on; 0 picks a free one. @default 3000 */
  readonly port?: number;
  /**
   * Name or address to listen on, without scheme and port, such as `"0.0.0.0"` for all addresses of this machine. A single
   * address also becomes an allowed host.
   * @default "127.0.0.1"
   */
  readonly host?: string;
  /**
   * Milliseconds to keep an idle connection open for the client's next request, at least: Node adds up to a second. It should
   * be longer than the timeout of load balancers, which is 60 seconds for most: a request that they send while the server
   * closes the connection is lost.
   * @default 65_000
   */
  readonly keepAliveTimeoutMs?: number;
  /**
   * Milliseconds to wait for the headers of a request, at least: Node looks for late ones every quarter of this time, but not
   * more often than every half second. It must be more than `keepAliveTimeoutMs`, its default included: on a new connection,
   * the time begins when it opens, and load balancers keep connections open before they first use them.
   * @default one second more than `keepAliveTimeoutMs`
   */
  readonly headersTimeoutMs?: number;
}

/**
 * A running HTTP server.
 *
 * @example
 * ```ts
 * const server: HttpServer = await serveHttp(Weather, { port: 0 });
 * console.log(server.url); // http://127.0.0.1:49152/mcp
 * await server.close();
 * ```
 */
export interface HttpServer {
  /** Address of the endpoint, such as `http://127.0.0.1:3000/mcp`. */
  readonly url: string;
  /** Port that it listens on. */
  readonly port: number;
  /** Stops accepting requests, ends streams and sessions, and gives requests in flight their grace period. */
  close(): Promise<void>;
}

/** Serves an engine on a port of this machine. */
export async function serveHttpEngine(engine: Engine, options: ServeHttpOptions = {}): Promise<HttpServer> {
  engine.lives?.requireEnvironment();
  const { port = 3000 } = options;
  const host = toListenHost(options.host ?? "127.0.0.1");
  const timeouts = resolveTimeouts(options);
  const reporter = createReporter(options.onError);
  const { path, limits, trustProxy } = resolveHttpHandlerOptions(options);
  const allowedHosts = [...ownNames(host), ...(options.allowedHosts ?? [])];
  const handler = createEngineHandler(engine, { ...options, allowedHosts }, reporter);
  const connections = {
    maxConnections: limits.maxConnections,
    isProxy: trustProxy === undefined ? () => false : proxyBy(trustProxy),
    onRefused: (error: LimitError) => reportLimit(error, reporter.refusal),
  };
  const listener = await listen(handler, { host, port, reporter, ...timeouts, ...connections }).catch(
    async (error: unknown) => {
      await handler.close();
      throw error;
    },
  );
  const endContainment = containFailures();
  if (options.allowedHosts === undefined && !isLoopback(host)) reporter.notice(warning(host));
  const name = isWildcard(host) ? "localhost" : inUrl(host);
  const close = async (): Promise<void> => {
    await listener.close().finally(endContainment);
  };
  return { port: listener.port, close, url: `http://${name}:${listener.port}${path}` };
}

/** Host names of the address, besides those that always work. */
function ownNames(host: string): readonly string[] {
  return isWildcard(host) || LOOPBACK_HOSTS.includes(inUrl(host)) ? [] : [inUrl(host)];
}

function isWildcard(host: string): boolean {
  return WILDCARDS.includes(inUrl(host));
}

function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(inUrl(host)) || inUrl(host).startsWith("127.");
}

/** URLs have only one way to write an address, and no network interface in it. */
function inUrl(host: string): string {
  const [address] = host.split("%");
  return new URL(`http://${host.includes(":") ? `[${address}]` : host}`).hostname;
}

function warning(host: string): Error & AboutOption {
  const names = [...LOOPBACK_HOSTS, ...ownNames(host)].join(", ");
  const limit = `Listening on ${host}, but answering only requests for ${names}.`;
  return optionError("allowedHosts", (name) => `${limit} Set ${name} to the names clients use.`, Error);
}
