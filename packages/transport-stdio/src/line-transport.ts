import type { Readable, Writable } from "node:stream";
import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { ErrorCode, jsonRpcError } from "@plainmcp/core/engine";
import { Batches } from "./batches.js";
import { decodeLine } from "./decode-line.js";
import { LineReader } from "./line-reader.js";
import { LineWriter } from "./line-writer.js";
import { OpenRequests } from "./open-requests.js";

/** Why no more messages come in, or none can go out. */
export type EndReason = "input-ended" | "line-too-long" | "output-failed" | "closed";

/** JSON-RPC messages as lines over a pair of byte streams. */
export class LineTransport implements Transport {
  onmessage?: Transport["onmessage"];
  onerror?: Transport["onerror"];
  onclose?: Transport["onclose"];
  /** Is called, once or more, when the connection is over; it is for the callee to answer what is open and to close. */
  onend?: (reason: EndReason) => void;

  readonly #input: Readable;
  readonly #output: Writable;
  readonly #reader: LineReader;
  readonly #writer: LineWriter;
  readonly #open = new OpenRequests();
  // A failed write is reported by the stream's own `error` event.
  readonly #batches = new Batches((answers) => void this.#write(answers).catch(() => undefined));
  #reading = false;
  #broken = false;
  #closed = false;

  constructor(input: Readable, output: Writable, maxLineBytes: number) {
    this.#input = input;
    this.#output = output;
    this.#reader = new LineReader(maxLineBytes, (line) => this.#onLine(line));
    this.#writer = new LineWriter(output);
  }

  /** Nothing can be written any more. */
  get broken(): boolean {
    return this.#broken;
  }

  start(): Promise<void> {
    this.#reading = true;
    this.#output.on("error", this.#onOutputFailed);
    this.#output.on("close", this.#onOutputClosed);
    this.#input.on("error", this.#onInputFailed);
    // Both, because a destroyed stream closes without ending. In the next turn when it is over already, as an event would be.
    this.#input.on("end", this.#onInputEnded);
    this.#input.on("close", this.#onInputEnded);
    this.#input.on("data", this.#onData);
    if (this.#input.readableEnded || this.#input.destroyed) setImmediate(this.#onInputEnded);
    return Promise.resolve();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    if (this.#closed) throw new Error("The connection is closed.");
    if ("method" in message && "id" in message) return this.#sendRequest(message);
    if (!this.#batches.take(message)) await this.#write([message], message);
  }

  /** Takes no further messages. Requests to the client fail at once: their answers could not be read. */
  stopReading(): void {
    if (!this.#reading) return;
    this.#reading = false;
    this.#input.off("data", this.#onData);
    this.#input.off("end", this.#onInputEnded);
    this.#input.off("close", this.#onInputEnded);
    if (this.#input.listenerCount("data") === 0) this.#input.pause();
    this.#failOpenServerRequests();
  }

  /** Resolves when every request that came in has its answer written, or cannot have one. */
  whenAnswered(): Promise<void> {
    return this.#open.whenAnswered();
  }

  /** Resolves when everything written has left the process; rejects when it cannot. */
  async flush(): Promise<void> {
    await this.#writer.flush();
    this.#output.off("error", this.#onOutputFailed);
    this.#output.off("close", this.#onOutputClosed);
    this.#input.off("error", this.#onInputFailed);
  }

  close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.stopReading();
      this.#open.abandon();
      this.onclose?.();
      this.onend?.("closed");
    }
    return Promise.resolve();
  }

  readonly #onData = (chunk: Buffer | string): void => {
    try {
      this.#reader.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    } catch (error) {
      this.#refuse(jsonRpcError(ErrorCode.invalidRequest, (error as Error).message));
      this.onerror?.(error as Error);
      this.onend?.("line-too-long");
    }
  };

  readonly #onInputEnded = (): void => {
    if (!this.#reading) return;
    this.#reader.end();
    this.onend?.("input-ended");
  };

  readonly #onInputFailed = (error: Error): void => {
    this.onerror?.(error);
    this.onend?.("input-ended");
  };

  // Stays attached until all is flushed: what the stream has taken may still fail, and an unheard `error` ends the process.
  readonly #onOutputFailed = (error: Error): void => {
    // EPIPE is the client going away, which is no error.
    if (!this.#closed && (error as NodeJS.ErrnoException).code !== "EPIPE") this.onerror?.(error);
    this.#broken = true;
    this.#writer.fail(error);
    this.#open.abandon();
    this.onend?.("output-failed");
  };

  readonly #onOutputClosed = (): void => {
    if (!this.#broken) this.#onOutputFailed(Object.assign(new Error("The output is closed."), { code: "EPIPE" }));
  };

  #onLine(line: Buffer): void {
    if (!this.#reading) return;
    const decoded = decodeLine(line);
    if (decoded === undefined) return;
    if ("error" in decoded) this.#refuse(decoded.error);
    else if ("message" in decoded) this.#receive(decoded.message);
    else this.#receiveBatch(decoded.batch);
  }

  #receive(message: JSONRPCMessage): void {
    this.#open.received(message);
    this.#batches.received(message);
    this.onmessage?.(message);
  }

  #receiveBatch(elements: readonly unknown[]): void {
    const batch = this.#batches.open(elements);
    if ("error" in batch) this.#refuse(batch.error);
    else for (const message of batch.messages) this.#receive(message);
  }

  async #write(
    messages: readonly JSONRPCMessage[],
    line: JSONRPCMessage | readonly JSONRPCMessage[] = messages,
  ): Promise<void> {
    try {
      await this.#writer.write(line);
    } finally {
      for (const message of messages) this.#open.sent(message);
    }
  }

  #sendRequest(request: JSONRPCMessage): Promise<void> {
    this.#open.sent(request);
    if (this.#reading) return this.#writer.write(request);
    queueMicrotask(() => this.#failOpenServerRequests());
    return Promise.resolve();
  }

  #refuse(error: JSONRPCMessage): void {
    // A failed write is reported by the stream's own `error` event.
    this.#writer.write(error).catch(() => undefined);
  }

  #failOpenServerRequests(): void {
    for (const id of this.#open.fromServer) {
      const error = jsonRpcError(ErrorCode.connectionClosed, "The client is gone.", { id });
      this.#open.received(error);
      this.onmessage?.(error);
    }
  }
}
