import { createServer } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { optionError } from "@plainmcp/core/internal/engine";
import type { HttpHandler } from "../handler.js";
import { createNodeHandler } from "./create-node-handler.js";
import type { Timeouts } from "./resolve-timeouts.js";

/** After the handler has closed, connections are left with the bytes of their last answers. */
const FLUSH_MS = 250;
const REQUEST_TIMEOUT_MS = 300_000;
const CHECK_MS = 30_000;

/** Where to listen, and how. */
export interface ListenOptions extends Timeouts {
  readonly port: number;
  readonly host: string;
  readonly report: (error: Error) => void;
}

/** A listening server. */
export interface Listener {
  readonly port: number;
  /** Stops accepting, lets the handler close, and then gives its last responses a moment to leave. */
  close(): Promise<void>;
}

/**
 * Serves a handler on a port.
 *
 * @throws Error that says what to do when the port cannot be had
 */
export async function listen(handler: HttpHandler, options: ListenOptions): Promise<Listener> {
  const { port, host, report, keepAliveTimeoutMs, headersTimeoutMs } = options;
  const answer = createNodeHandler(handler, { onError: report });
  const timeouts = {
    keepAliveTimeout: keepAliveTimeoutMs,
    headersTimeout: headersTimeoutMs,
    // Node wants the whole request to have no less time than its headers.
    requestTimeout: Math.max(REQUEST_TIMEOUT_MS, headersTimeoutMs),
    connectionsCheckingInterval: Math.min(CHECK_MS, headersTimeoutMs),
  };
  let closing = false;
  // To Node, a connection that never carried a request is not idle but late with its first one.
  const unused = new Set<Socket>();
  const server = createServer(timeouts, (request, response) => {
    unused.delete(request.socket);
    response.once("close", () => {
      // A connection becomes idle only after its response is closed.
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    void answer(request, response);
  });
  server.on("connection", (socket) => {
    unused.add(socket);
    socket.once("close", () => unused.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(explain(error, host, port)));
    server.listen(port, host, resolve);
  });
  server.on("error", report);

  const close = async (): Promise<void> => {
    closing = true;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    await handler.close();
    server.closeIdleConnections();
    for (const socket of unused) socket.destroy();
    const timer = setTimeout(() => server.closeAllConnections(), FLUSH_MS);
    await closed;
    clearTimeout(timer);
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
    advise: (name) => `Another program uses this port. Stop it, or set ${name} to another one; 0 takes any free one.`,
  },
  EACCES: { option: "port", advise: (name) => `This port needs privileges. Set ${name} to one from 1024 up.` },
  EADDRNOTAVAIL: {
    option: "host",
    advise: (name) => `This machine has no such address. Set ${name} to one that it has, or to 0.0.0.0 for all.`,
  },
  ENOTFOUND: {
    option: "host",
    advise: (name) => `There is no such host. Set ${name} to an address of this machine, or to 0.0.0.0 for all.`,
  },
};
