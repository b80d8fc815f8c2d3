import type { Readable, Writable } from "node:stream";
import {
  type ClientIds,
  type ErrorMessage,
  jsonRpcError,
  type Message,
  type NotificationMessage,
  type OpenRequest,
  type RequestId,
  RequestLedger,
  type ResponseMessage,
  readBatch,
  SUBSCRIPTION_ID_META_KEY,
} from "@plainmcp/core/internal/engine";
import { Batch } from "./batch.js";
import { decodeLine } from "./decode-line.js";
import { LineInput } from "./line-input.js";
import { LineWriter } from "./line-writer.js";

/** Why no more messages come in, or none can go out. */
export type EndReason = "input-ended" | "output-failed" | "closed";

/** Where an answer goes: into the batch that its request came in, or onto a line of its own. */
type AnswerTo = Batch | undefined;

/** JSON-RPC messages as lines over a pair of byte streams. Further in, the client's requests have ids of ours. */
export class LineTransport {
  onmessage?: (message: Message) => void;
  onerror?: (error: Error) => void;
  onclose?: () => void;
  /** Is called, once or more, when the connection is over; it is for the callee to answer what is open and to close. */
  onend?: (reason: EndReason) => void;

  readonly #input: LineInput;
  readonly #output: Writable;
  readonly #writer: LineWriter;
  readonly #ledger = new RequestLedger<AnswerTo>();
  /** Ids of our own requests that the client has not answered. */
  readonly #asked = new Set<RequestId>();
  #revision: string | undefined;
  #started = false;
  #broken = false;
  #closed = false;

  constructor(input: Readable, output: Writable, maxLineBytes: number) {
    this.#input = new LineInput(input, maxLineBytes, {
      onLine: (line) => this.#onLine(line),
      onTooLong: ({ id }) => this.#tell(tooLong(maxLineBytes, id)),
      onEnd: (error) => this.#onInputEnded(error),
    });
    this.#output = output;
    this.#writer = new LineWriter(output);
  }

  /** What the client calls its requests. */
  get ids(): ClientIds {
    return this.#ledger;
  }

  /** Nothing can be written any more. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Begins to take messages in. It may be called again. */
  start(): Promise<void> {
    if (this.#started) return Promise.resolve();
    this.#started = true;
    this.#output.on("error", this.#onOutputFailed);
    this.#output.on("close", this.#onOutputClosed);
    this.#input.open();
    return Promise.resolve();
  }

  /** Takes in nothing until {@link goOn} is called. */
  hold(): void {
    this.#input.hold();
  }

  goOn(): void {
    this.#input.goOn();
  }

  async send(message: Message): Promise<void> {
    if (this.#closed) throw new Error("The connection is closed.");
    if (!("method" in message)) return await this.#answer(message);
    if ("id" in message) return await this.#ask(message);
    if (message.method === "notifications/cancelled") this.#asked.delete(message.params?.requestId as RequestId);
    await this.#writer.write(this.#withClientId(message, "params"));
  }

  /** Takes no further messages. Requests to the client fail at once: their answers could not be read. */
  stopReading(): void {
    if (!this.#input.isOpen) return;
    this.#input.close();
    this.#failAsked();
  }

  /** Resolves when every request that came in has its answer written, or cannot have one. */
  whenAnswered(): Promise<void> {
    return this.#ledger.whenSettled(awaitsAnswer);
  }

  /** Answers with an error what is still open. */
  answerRest(): void {
    // A failed write is reported by the stream's own `error` event.
    for (const request of this.#openRequests()) void this.#answer(shutdownError(request)).catch(() => undefined);
  }

  /** What the client has to get before the process is gone: all that has not left it, and errors for what is still open. */
  unwritten(): Buffer {
    const lines: (Message | readonly Message[])[] = [];
    const batches = new Set<Batch>();
    for (const request of this.#openRequests()) {
      const error = { ...shutdownError(request), id: request.clientId };
      if (request.to === undefined) lines.push(error);
      else batches.add(request.to.add(error));
    }
    for (const { answers } of batches) lines.push(answers);
    return Buffer.concat([this.#writer.unwritten(), ...lines.map((line) => Buffer.from(`${JSON.stringify(line)}\n`))]);
  }

  /** Resolves when everything written has left the process; rejects when it cannot. */
  async flush(): Promise<void> {
    await this.#writer.flush();
    this.#output.off("error", this.#onOutputFailed);
    this.#output.off("close", this.#onOutputClosed);
    this.#input.release();
  }

  close(): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      this.stopReading();
      for (const { id } of this.#ledger.open) this.#ledger.settle(id);
      this.onclose?.();
      this.onend?.("closed");
    }
    return Promise.resolve();
  }

  #onInputEnded(error?: Error): void {
    if (error !== undefined) this.onerror?.(error);
    this.onend?.("input-ended");
  }

  // Stays attached until all is flushed: what the stream has taken may still fail, and an unheard `error` ends the process.
  readonly #onOutputFailed = (error: Error): void => {
    // EPIPE is the client going away, which is no error.
    if (!this.#closed && (error as NodeJS.ErrnoException).code !== "EPIPE") this.onerror?.(error);
    this.#broken = true;
    this.#writer.fail(error);
    this.onend?.("output-failed");
  };

  readonly #onOutputClosed = (): void => {
    if (!this.#broken) this.#onOutputFailed(Object.assign(new Error("The output is closed."), { code: "EPIPE" }));
  };

  #onLine(line: Buffer): void {
    const decoded = decodeLine(line);
    if (decoded === undefined) return;
    if ("error" in decoded) this.#tell(decoded.error);
    else if ("message" in decoded) this.#receive(decoded.message, undefined);
    else this.#receiveBatch(decoded.batch);
  }

  #receive(message: Message, to: AnswerTo): void {
    if (!("method" in message)) {
      if (message.id !== undefined) this.#asked.delete(message.id);
      this.onmessage?.(message);
    } else if ("id" in message) {
      this.onmessage?.(this.#ledger.enter(message, to));
    } else if (message.method === "notifications/cancelled") {
      this.#cancel(message);
    } else {
      this.onmessage?.(message);
    }
  }

  #receiveBatch(elements: readonly unknown[]): void {
    const read = readBatch(elements, this.#revision);
    if ("error" in read) {
      this.#tell(read.error);
      return;
    }
    const batch = new Batch(read.refused, (answers) => this.#tell(answers));
    batch.expect(read.messages.filter((message) => "method" in message && "id" in message).length);
    for (const message of read.messages) this.#receive(message, batch);
  }

  /** A cancelled request stays without an answer. */
  #cancel(notification: NotificationMessage): void {
    const found = this.#ledger.findCancelled(notification);
    // It has its answer, or there never was one.
    if (found === undefined) return;
    this.onmessage?.(found.notification);
    this.#ledger.settle(found.request.id);
    found.request.to?.settle();
  }

  async #answer(response: ResponseMessage): Promise<void> {
    const request = this.#ledger.answer(response.id);
    // The client has cancelled it, or its answer is on its way.
    if (request === undefined) return;
    const { id, clientId, method, to } = request;
    if (method === "initialize" && "result" in response) this.#revision = response.result.protocolVersion as string;
    const answer = { ...this.#withClientId(response, "result"), id: clientId };
    try {
      if (to === undefined) await this.#writer.write(answer);
      else to.settle(answer);
    } finally {
      this.#ledger.settle(id);
    }
  }

  #ask(request: Message & { readonly id: RequestId }): Promise<void> {
    this.#asked.add(request.id);
    if (this.#input.isOpen) return this.#writer.write(request);
    queueMicrotask(() => this.#failAsked());
    return Promise.resolve();
  }

  /** What tells a subscription apart is the id of its request, as the client calls it. */
  #withClientId<T extends Message>(message: T, member: "params" | "result"): T {
    const content = (message as unknown as Partial<Record<string, Content>>)[member];
    const id = content?._meta?.[SUBSCRIPTION_ID_META_KEY] as RequestId | undefined;
    if (id === undefined) return message;
    const _meta = { ...content?._meta, [SUBSCRIPTION_ID_META_KEY]: this.#ledger.clientIdOf(id) };
    return { ...message, [member]: { ...content, _meta } };
  }

  #tell(message: Message | readonly Message[]): void {
    // A failed write is reported by the stream's own `error` event.
    this.#writer.write(message).catch(() => undefined);
  }

  #failAsked(): void {
    for (const id of this.#asked) {
      this.#asked.delete(id);
      this.onmessage?.(jsonRpcError("connection-closed", "The client is gone.", { id }));
    }
  }

  #openRequests(): readonly OpenRequest<AnswerTo>[] {
    return this.#ledger.open.filter(awaitsAnswer);
  }
}

interface Content {
  readonly _meta?: Readonly<Record<string, unknown>>;
}

/** A subscription is open until somebody ends it: nobody waits for its answer. */
function awaitsAnswer({ method }: OpenRequest<unknown>): boolean {
  return method !== "subscriptions/listen";
}

function shutdownError({ id }: OpenRequest<unknown>): ErrorMessage {
  return jsonRpcError("internal", "The server is shutting down.", { id });
}

function tooLong(maxBytes: number, id: RequestId | undefined): ErrorMessage {
  return jsonRpcError("invalid-request", `A message may be at most ${maxBytes} bytes long.`, { id });
}
