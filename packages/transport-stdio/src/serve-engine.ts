import process from "node:process";
import type { Readable, Writable } from "node:stream";
import type { ServedConnection } from "@plainmcp/core/internal/connection";
import { type Engine, endInSteps, guardReporter, type Message, requireAtLeast } from "@plainmcp/core/internal/engine";
import { type EndReason, LineTransport } from "./lines/line-transport.js";
import { takeProcess } from "./process/take-process.js";

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
   * Milliseconds that the end may take in all, once the client has closed stdin or the process is told to end. In the first
   * half of them calls in flight may finish; then their signals abort, and methods have a good third to settle and clean
   * up; the rest is for the last answers to leave. Clients that end a server kill it after 4 seconds.
   * @default 3_500
   */
  readonly shutdownGraceMs?: number;
  /** Longest message that is accepted, in bytes; a longer one is refused. @default 16_777_216 (16 MiB) */
  readonly maxLineBytes?: number;
  /** Is told what goes wrong with the connection. @default writes it to stderr */
  readonly onError?: (error: Error) => void;
}

/** A running stdio server. */
export interface StdioServer {
  /** Answers what is in flight, for as long as the grace period allows, and ends the connection. */
  close(): Promise<void>;
  /** Resolves when the connection is over, whoever ended it. */
  readonly closed: Promise<void>;
}

/**
 * Serves an engine over stdio, to a client of either era.
 *
 * @throws TypeError that says what is wrong with an option
 */
export function serveEngine(engine: Engine, options: ServeStdioOptions = {}): StdioServer {
  const { shutdownGraceMs = 3_500, maxLineBytes = 16 * 1024 * 1024 } = options;
  requireAtLeast(0, { shutdownGraceMs });
  requireAtLeast(1, { maxLineBytes });
  const report = guardReporter(options.onError ?? console.error, console.error);
  const taken =
    options.stdin || options.stdout
      ? undefined
      : takeProcess(
          () => void end("terminated"),
          () => transport.unwritten(),
        );
  const { stdin = process.stdin, stdout = process.stdout } = taken ?? options;
  const transport = new LineTransport(stdin, stdout, maxLineBytes);
  let isEnding = false;
  let isExiting = false;
  const [began, begin] = createEvent();
  const [hurried, hurry] = createEvent();

  const closed = began.then(async () => {
    transport.stopReading();
    const flush = async (): Promise<void> => {
      await (await connecting)?.close();
      await transport.flush();
    };
    const ending = { whenAnswered: () => transport.whenAnswered(), answerRest: () => transport.answerRest(), flush };
    await endInSteps(shutdownGraceMs, engine, ending, hurried);
    await transport.close();
    taken?.release(isExiting);
  });
  const close = (): Promise<void> => {
    isEnding = true;
    begin();
    return closed;
  };
  const end = async (reason: EndReason | "terminated"): Promise<void> => {
    // Nobody can get an answer any more, or a client that has closed stdin before is about to kill this process.
    if (reason === "output-failed" || (isEnding && reason === "terminated")) hurry();
    if (reason !== "closed") isExiting = taken !== undefined;
    await close();
    if (taken && reason !== "closed") exit();
  };

  transport.onend = (reason) => void end(reason);
  // If nothing can be written any more, the client is gone.
  const onError = (error: Error): void => void (transport.broken || report(error));
  // The SDK is loaded for the first message, so that a start does not wait for it.
  let connecting: Promise<ServedConnection> | undefined;
  const connect = async (first: Message): Promise<ServedConnection> => {
    transport.hold();
    const { serveConnection } = await import("@plainmcp/core/internal/connection");
    const connection = serveConnection(engine, transport, { ids: transport.ids, onError });
    for (const message of [first, ...early]) transport.onmessage?.(message);
    transport.goOn();
    return connection;
  };
  /** What comes in all the same, because the input ends meanwhile. */
  const early: Message[] = [];
  transport.onmessage = (message) => {
    if (connecting === undefined) connecting = connect(message);
    else early.push(message);
  };
  transport.onerror = onError;
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

// Timers and sockets of the user's code would keep a process alive that no client can reach any more. In the next turn,
// so that whoever waits for `closed` runs first.
function exit(): void {
  setImmediate(() => process.exit());
}
