import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { optionError, type Reporter } from "@plainmcp/core/internal/engine";
import type { HttpHandler } from "../handler.js";
import { Connections, type ConnectionsOptions } from "./connections.js";
import { createNodeHandler } from "./create-node-handler.js";
import type { Timeouts } from "./resolve-timeouts.js";

/** Milliseconds that connections have to send the rest of their last responses, after the handler has closed. */
const FLUSH_MS = 250;
/** Milliseconds between looks for connections that have become idle, while the server closes. */
const SWEEP_MS = 10;
const REQUEST_TIMEOUT_MS = 300_000;

/** Options of `listen`. */
export interface ListenOptions extends Timeouts, ConnectionsOptions {
  readonly port: number;
  readonly host: string;
  readonly reporter: Reporter;
}

/** A listening server. */
export interface Listener {
  readonly port: number;
  /** Stops accepting connections, closes the handler, and then gives the last responses a moment to leave. */
  close(): Promise<void>;
}

/**
 * Serves a handler on a port.
 *
 * @throws Error when it cannot listen on the port, with advice
 */
export async function listen(handler: HttpHandler, options: ListenOptions): Promise<Listener> {
  const { port, host, reporter, keepAliveTimeoutMs, headersTimeoutMs, checkIntervalMs } = options;
  const timeouts = {
    keepAliveTimeout: keepAliveTimeoutMs,
    headersTimeout: headersTimeoutMs,
    // Node does not accept less time for the whole request than for its headers.
    requestTimeout: Math.max(REQUEST_TIMEOUT_MS, headersTimeoutMs),
    connectionsCheckingInterval: checkIntervalMs,
  };
  const connections = new Connections(options);
  const server = createServer(timeouts, createNodeHandler(handler, { reporter }));
  server.on("connection", connections.accept);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  server.on("error", reporter.report);

  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    // A connection becomes idle when its last response is sent.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
    let timer: NodeJS.Timeout | undefined;
    try {
      await handler.close();
      server.closeIdleConnections();
      connections.closeUnused();
      timer = setTimeout(() => server.closeAllConnections(), FLUSH_MS);
      await closed;
    } finally {
      clearTimeout(timer);
      clearInterval(sweep);
    }
  };
  return { port: (server.address() as AddressInfo).port, close };
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  const { option, advise } = ADVICE[error.code ?? ""] ?? { option: "host", advise: () => error.message };
  return optionError(
    option,
    (name) => `Cannot listen on ${host} port ${port}. ${advise(name)}`,
    (message) => Object.assign(new Error(message, { cause: error }), { code: error.code }),
  );
}

const ADVICE: Readonly<Record<string, { readonly option: string; readonly advise: (name: string) => string }>> = {
  EADDRINUSE: {
    option: "port",
    advise: (name) =>
      `Another program is using this port. Stop it, or set ${name} to another port; 0 picks a free one.`,
  },
  EACCES: { option: "port", advise: (name) => `This port needs privileges. Set ${name} to 1024 or higher.` },
  EADDRNOTAVAIL: {
    option: "host",
    advise: (name) => `This machine does not have this address. Set ${name} to one that it has, or to 0.0.0.0 for all.`,
  },
  EINVAL: {
    option: "host",
    advise: (name) =>
      `If this address is link-local, it needs its network interface: set ${name} to one such as fe80::1%eth0, or to :: for all.`,
  },
  EAI_AGAIN: {
    option: "host",
    advise: (name) =>
      `This name could not be looked up at the moment. Try again, or set ${name} to an address of this machine.`,
  },
  ENOTFOUND: {
    option: "host",
    advise: (name) => `This host was not found. Set ${name} to an address of this machine, or to 0.0.0.0 for all.`,
  },
};
