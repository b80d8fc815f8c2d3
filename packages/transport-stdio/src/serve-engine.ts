import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { type Engine, guardReporter, within } from "@plainmcp/core/engine";
import { guardStdout } from "./guard-stdout.js";
import { type EndReason, LineTransport } from "./line-transport.js";
import { onTerminationSignal } from "./on-termination-signal.js";
import { SubscriptionTransport } from "./subscription-transport.js";

const FLUSH_MS = 1_000;

/** Options of `serveStdio`. */
export interface ServeStdioOptions {
  /**
   * Where messages come from. With this or `stdout`, the process itself is left alone: no guard, no signals, no exit.
   * @default process.stdin
   */
  readonly stdin?: Readable;
  /** Where messages go. @default process.stdout */
  readonly stdout?: Writable;
  /**
   * Milliseconds that requests in flight have left when the connection ends; then their signals are aborted.
   * @default 10_000
   */
  readonly shutdownGraceMs?: number;
  /** Longest message that is accepted, in bytes; a longer one ends the connection. @default 16_777_216 (16 MiB) */
  readonly maxLineBytes?: number;
  /** Is told what goes wrong with the connection. @default writes it to stderr */
  readonly onError?: (error: Error) => void;
}

/** What is served over stdio. */
export type StdioEngine = Pick<Engine, "forConnection" | "watch" | "listenToTasks" | "close">;

/** A running stdio server. */
export interface StdioServer {
  /** Answers what is in flight, for as long as the grace period allows, and ends the connection. */
  close(): Promise<void>;
  /** Resolves when the connection is over, whoever ended it. */
  readonly closed: Promise<void>;
}

/** Serves an engine over stdio, to a client of either era. */
export function serveEngine(engine: StdioEngine, options: ServeStdioOptions = {}): StdioServer {
  const { stdin = process.stdin, stdout = process.stdout, shutdownGraceMs = 10_000, onError = console.error } = options;
  const { maxLineBytes = 16 * 1024 * 1024 } = options;
  const report = guardReporter(onError, console.error);
  const ownsProcess = options.stdin === undefined && options.stdout === undefined;

  const transport = new LineTransport(stdin, stdout, maxLineBytes);
  const restoreStdout = ownsProcess ? guardStdout() : undefined;
  const ignoreSignals = ownsProcess ? onTerminationSignal(() => end("terminated")) : undefined;

  let begin!: () => void;
  const ending = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const closed = ending.then(async () => {
    transport.stopReading();
    await within(shutdownGraceMs, transport.whenAnswered());
    await Promise.all([connection.close(), engine.close()]);
    await within(FLUSH_MS, transport.flush());
    ignoreSignals?.();
    restoreStdout?.();
  });
  const close = (): Promise<void> => {
    begin();
    return closed;
  };
  const end = async (reason: EndReason | "terminated"): Promise<void> => {
    await close();
    if (ownsProcess && reason !== "closed") exit(reason);
  };

  transport.onend = (reason) => void end(reason);
  const connection = serveStdio(engine.forConnection, {
    transport: new SubscriptionTransport(transport, engine),
    // Nobody is left to miss what can no longer be written.
    onerror: (error) => transport.broken || report(error),
  });
  return { close, closed };
}

// Timers and sockets of the user's code would keep a process alive that no client can reach any more. In the next turn,
// so that whoever waits for `closed` runs first.
function exit(reason: EndReason | "terminated"): void {
  setImmediate(() => process.exit(reason === "line-too-long" ? 1 : undefined));
}
