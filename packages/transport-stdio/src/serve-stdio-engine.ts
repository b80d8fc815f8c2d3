import process from "node:process";
import type { Readable, Writable } from "node:stream";
import { createReporter, type Engine, endInSteps, requireAtLeast } from "@plainmcp/core/internal/engine";
import { ConnectionLane, type ConnectSdk, type Origin } from "@plainmcp/core/internal/lane";
import { type EndReason, LineTransport } from "./lines/line-transport.js";
import { takeProcess } from "./process/take-process.js";
import { resolveStdioLimits, type StdioLimits } from "./stdio-limits.js";

/** Options of `serveStdio`. */
export interface ServeStdioOptions {
  /**
   * Stream to read messages from. With this or `stdout`, the process itself is left alone: no guard, no signal handlers, no
   * exit.
   * @default process.stdin
   */
  readonly stdin?: Readable;
  /** Stream to write messages to. @default process.stdout */
  readonly stdout?: Writable;
  /**
   * Milliseconds that the shutdown may take in total, once the client has closed stdin or the process gets a termination
   * signal. During the first half, calls in flight may finish. Then their signals abort, and methods have a good third of
   * the time to clean up. The rest is for the last answers to leave. Clients that end a server kill it after 4 seconds.
   * @default 3_500
   */
  readonly shutdownGraceMs?: number;
  /** How much the server holds for its client; see {@link StdioLimits}. */
  readonly limits?: StdioLimits;
  /**
   * Answers ordinary requests without the official SDK, which is several times faster. Turn it off to see if the SDK would
   * answer differently.
   * @default true
   */
  readonly lane?: boolean;
  /**
   * Receives errors of the connection. What a client does against the protocol is reported once, without a stack, and then each
   * minute with the number of further ones.
   * @default writes them to stderr
   */
  readonly onError?: (error: Error) => void;
}

/**
 * A running stdio server.
 *
 * @example
 * ```ts
 * const server: StdioServer = await serveStdio(Weather, { stdin: socket, stdout: socket });
 * await server.closed;
 * ```
 */
export interface StdioServer {
  /** Answers requests in flight within the grace period (`shutdownGraceMs`), and ends the connection. */
  close(): Promise<void>;
  /** Resolves when the connection is over, regardless of who ended it. */
  readonly closed: Promise<void>;
}

/**
 * Serves an engine over stdio to a client of either era.
 *
 * @throws TypeError when an option is invalid, with the reason
 */
export function serveStdioEngine(engine: Engine, options: ServeStdioOptions = {}): StdioServer {
  const { shutdownGraceMs = 3_500 } = options;
  const limits = resolveStdioLimits(options.limits);
  requireAtLeast(0, { shutdownGraceMs });
  engine.lives?.requireEnvironment();
  const reporter = createReporter(options.onError);
  const taken =
    options.stdin || options.stdout
      ? undefined
      : takeProcess(
          () => void end("terminated"),
          () => transport.unwritten(),
        );
  const { stdin = process.stdin, stdout = process.stdout } = taken ?? options;
  const transport = new LineTransport(stdin, stdout, limits);
  let isEnding = false;
  let isExiting = false;
  const [began, begin] = createEvent();
  const [hurried, hurry] = createEvent();

  const closed = began.then(async () => {
    transport.stopReading();
    const flush = async (): Promise<void> => {
      await client.end();
      await transport.flush();
    };
    const ending = { whenAnswered: () => transport.whenAnswered(), answerRest: () => transport.answerRest(), flush };
    await endInSteps(shutdownGraceMs, engine, ending, hurried);
    await transport.close();
    reporter.flush();
    taken?.release(isExiting);
  });
  const close = (): Promise<void> => {
    isEnding = true;
    begin();
    return closed;
  };
  const end = async (reason: EndReason | "terminated"): Promise<void> => {
    // The client cannot get answers any more, or it has closed stdin before and is about to kill this process.
    if (reason === "output-failed" || (isEnding && reason === "terminated")) hurry();
    if (reason !== "closed") isExiting = taken !== undefined;
    await close();
    if (taken && reason !== "closed") exit();
  };

  transport.onend = (reason) => void end(reason);
  // Once writing has failed, the client has disconnected, and further errors are only a consequence.
  const unlessBroken = (report: (error: Error) => void) => (error: Error) => void (transport.broken || report(error));
  // The SDK is loaded when a message needs it, so that the start does not wait for it.
  const connect: ConnectSdk<Origin> = async (send, session) => {
    const { sdkSide } = await import("@plainmcp/core/internal/connection");
    const onError = unlessBroken(({ message }) => reporter.violation(message));
    return sdkSide(engine, { ids: transport.ids, onError })(send, session);
  };
  const client = new ConnectionLane(engine, {
    ...{ connect, ids: transport.ids, isOn: options.lane ?? true, onIgnored: reporter.violation },
    send: transport.send.bind(transport),
    onRevision: (revision) => transport.setRevision(revision),
  });
  transport.onmessage = client.receive.bind(client);
  transport.onclose = () => client.close();
  transport.onerror = unlessBroken(reporter.report);
  void transport.start();
  return { close, closed };
}

function createEvent(): [happened: Promise<void>, happen: () => void] {
  let happen!: () => void;
  const happened = new Promise<void>((resolve) => {
    happen = resolve;
  });
  return [happened, happen];
}

// Timers and sockets of user code would keep the process alive although no client can reach it any more. It exits in the
// next turn of the event loop, so that code that waits for `closed` runs first.
function exit(): void {
  setImmediate(() => process.exit());
}
