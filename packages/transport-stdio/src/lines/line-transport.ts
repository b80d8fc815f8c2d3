import type { Readable, Writable } from "node:stream";
import {
  type ClientIds,
  type ErrorMessage,
  isRequest,
  jsonRpcError,
  type Message,
  type NotificationMessage,
  type OpenRequest,
  type RequestId,
  RequestLedger,
  type ResponseMessage,
  readBatch,
  SUBSCRIPTION_ID_META_KEY,
  serialize,
  withId,
} from "@plainmcp/core/internal/engine";
import type { StdioLimits } from "../stdio-limits.js";
import { Batch } from "./batch.js";
import { decodeLine } from "./decode-line.js";
import { LineInput } from "./line-input.js";
import { LineWriter } from "./line-writer.js";

/** Why the transport can no longer read, or no longer write. */
export type EndReason = "input-ended" | "output-failed" | "closed";

/** Where an answer goes: into the batch of its request, or onto its own line. */
type AnswerTo = Batch | undefined;

/** The limits of a connection. */
export type TransportLimits = Pick<Required<StdioLimits>, "maxLineSize" | "maxQueueSize" | "maxBatchSize">;

/** JSON-RPC messages as lines over a pair of byte streams. The server sees the client's requests under ids of our own. */
export class LineTransport {
  /** May return the answer to a request, or send it. */
  onmessage?: (message: Message) => ResponseMessage | undefined;
  onerror?: (error: Error) => void;
  onclose?: () => void;
  /** Is called, once or more, when the connection is over. The callee must answer open requests and close the transport. */
  onend?: (reason: EndReason) => void;

  readonly #input: LineInput;
  readonly #output: Writable;
  readonly #writer: LineWriter;
  readonly #maxBatchSize: number;
  readonly #ledger = new RequestLedger<AnswerTo>();
  /** Ids of the server's requests that the client has not answered. */
  readonly #asked = new Set<RequestId>();
  #revision: string | undefined;
  #started = false;
  #broken = false;
  #closed = false;

  constructor(input: Readable, output: Writable, { maxLineSize, maxQueueSize, maxBatchSize }: TransportLimits) {
    this.#maxBatchSize = maxBatchSize;
    this.#input = new LineInput(input, maxLineSize, {
      onLine: (line) => this.#onLine(line),
      isBusy: () => !this.#ledger.isEmpty,
      onTooLong: ({ id }) => this.#writer.write(tooLong(maxLineSize, id)),
      onEnd: (error) => this.#onInputEnded(error),
    });
    this.#output = output;
    this.#writer = new LineWriter(output, maxQueueSize, (isFull) => this.#input.holdBack(isFull));
  }

  /** The client's own ids of its requests. */
  get ids(): ClientIds {
    return this.#ledger;
  }

  /** Whether writing has failed. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Starts reading. Further calls have no effect. */
  start(): Promise<void> {
    if (this.#started) return Promise.resolve();
    this.#started = true;
    this.#output.on("error", this.#onOutputFailed);
    this.#output.on("close", this.#onOutputClosed);
    this.#input.open();
    return Promise.resolve();
  }

  /** Notes the revision that the client speaks. */
  setRevision(revision: string): void {
    this.#revision = revision;
  }

  /** @throws Error when the connection is closed */
  send(message: Message): void {
    if (this.#closed) throw new Error("The connection is closed.");
    if (!("method" in message)) this.#answer(message);
    else if ("id" in message) this.#ask(message);
    else {
      if (message.method === "notifications/cancelled") this.#asked.delete(message.params?.requestId as RequestId);
      this.#writer.write(this.#withClientId(message, "params"));
    }
  }

  /** Reads no further messages. Requests to the client fail immediately, because their answers could not be read. */
  stopReading(): void {
    if (!this.#input.isOpen) return;
    this.#input.close();
    this.#failAsked();
  }

  /** Resolves when each request has its answer, which may still wait to be written. */
  whenAnswered(): Promise<void> {
    return this.#ledger.whenSettled(awaitsAnswer);
  }

  /** Answers all open requests with an error. */
  answerRest(): void {
    for (const request of this.#openRequests()) this.#answer(shutdownError(request));
  }

  /** The bytes that the client must get before the process exits: pending output, and errors for open requests. */
  unwritten(): Buffer {
    const lines: string[] = [];
    const batches = new Set<Batch>();
    for (const request of this.#openRequests()) {
      const error = { ...shutdownError(request), id: request.clientId };
      if (request.to === undefined) lines.push(serialize(error));
      else batches.add(request.to.add(error));
    }
    for (const { text } of batches) lines.push(text);
    return Buffer.concat([this.#writer.unwritten(), ...lines.map((line) => Buffer.from(`${line}\n`))]);
  }

  /** Resolves when all output has left the process. Rejects if it cannot. */
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

  // Listens until all output is flushed: accepted output may still fail, and an unhandled `error` event ends the process.
  readonly #onOutputFailed = (error: Error): void => {
    // EPIPE means that the client has disconnected, which is not an error.
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
    if ("error" in decoded) this.#writer.write(decoded.error);
    else if ("message" in decoded) this.#receive(decoded.message, undefined);
    else this.#receiveBatch(decoded.batch);
  }

  #receive(message: Message, to: AnswerTo): void {
    if (!("method" in message)) {
      if (message.id !== undefined) this.#asked.delete(message.id);
      this.onmessage?.(message);
    } else if ("id" in message) {
      const answer = this.onmessage?.(this.#ledger.enter(message, to));
      if (answer !== undefined) this.#answer(answer);
    } else if (message.method === "notifications/cancelled") {
      this.#cancel(message);
    } else {
      this.onmessage?.(message);
    }
  }

  #receiveBatch(elements: readonly unknown[]): void {
    const read = readBatch(elements, this.#revision);
    if ("error" in read) {
      this.#writer.write(read.error);
      return;
    }
    const batch = new Batch(read.refused, this.#maxBatchSize, (answers) => this.#writer.writeBatch(answers));
    batch.expect(read.messages.filter(isRequest).length);
    for (const message of read.messages) this.#receive(message, batch);
  }

  /** Aborts a request, which then gets no answer. */
  #cancel(notification: NotificationMessage): void {
    const found = this.#ledger.findCancelled(notification);
    // The request is already answered, or never existed.
    if (found === undefined) return;
    this.onmessage?.(found.notification);
    this.#ledger.settle(found.request.id);
    found.request.to?.settle();
  }

  #answer(response: ResponseMessage): void {
    const request = this.#ledger.get(response.id);
    // The request was cancelled or answered.
    if (request === undefined) return;
    const { id, clientId, method, to } = request;
    if (method === "initialize" && "result" in response) this.#revision = response.result.protocolVersion as string;
    const isSubscription = method === "subscriptions/listen";
    const answer = withId(isSubscription ? this.#withClientId(response, "result") : response, clientId);
    if (to === undefined) this.#writer.write(answer);
    else to.settle(answer);
    this.#ledger.settle(id);
  }

  #ask(request: Message & { readonly id: RequestId }): void {
    this.#asked.add(request.id);
    if (this.#input.isOpen) this.#writer.write(request);
    else queueMicrotask(() => this.#failAsked());
  }

  /** Notifications name their subscription by the id of its request. This replaces our id with the client's. */
  #withClientId<T extends Message>(message: T, member: "params" | "result"): T {
    const content = (message as unknown as Partial<Record<string, Content>>)[member];
    const id = content?._meta?.[SUBSCRIPTION_ID_META_KEY] as RequestId | undefined;
    if (id === undefined) return message;
    const _meta = { ...content?._meta, [SUBSCRIPTION_ID_META_KEY]: this.#ledger.clientIdOf(id) };
    return { ...message, [member]: { ...content, _meta } };
  }

  #failAsked(): void {
    for (const id of this.#asked) {
      this.#asked.delete(id);
      this.onmessage?.(jsonRpcError("connection-closed", "The client has disconnected.", { id }));
    }
  }

  #openRequests(): readonly OpenRequest<AnswerTo>[] {
    return this.#ledger.open.filter(awaitsAnswer);
  }
}

interface Content {
  readonly _meta?: Readonly<Record<string, unknown>>;
}

/** Whether to wait for the answer before the end. A subscription stays open until somebody ends it. */
function awaitsAnswer({ method }: OpenRequest<unknown>): boolean {
  return method !== "subscriptions/listen";
}

function shutdownError({ id }: OpenRequest<unknown>): ErrorMessage {
  return jsonRpcError("internal", "The server is shutting down.", { id });
}

function tooLong(maxBytes: number, id: RequestId | undefined): ErrorMessage {
  return jsonRpcError("invalid-request", `A message may be at most ${maxBytes} bytes long.`, { id });
}
