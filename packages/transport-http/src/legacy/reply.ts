import type { JSONRPCMessage, JSONRPCResponse } from "@modelcontextprotocol/server";
import { ErrorCode, jsonRpcError } from "@plainmcp/core/engine";
import type { EventStream } from "../stream/event-stream.js";
import type { SessionEvents } from "./session-events.js";

/** The way back of one POST: where the answers to its requests go, and what is said meanwhile. */
export interface Reply {
  /** Says something before the answers. Absent where nothing but answers can be said. */
  readonly say?: (message: JSONRPCMessage) => Promise<void>;
  /** Waits for the answer to one more request, by our id of it. */
  expect(id: number): void;
  /** Sends an answer. */
  answer(id: number, message: JSONRPCResponse): Promise<void>;
  /** Waits for an answer no longer: the client has cancelled the request. */
  cancel(id: number, clientId: string | number): void;
  /** Ends although answers are missing: nobody will give them. */
  close(): void;
}

/** A reply as an event stream, which its client may lose and come back to. */
export class EventReply implements Reply {
  readonly id: string = crypto.randomUUID();
  readonly #events: SessionEvents | undefined;
  readonly #onDone: () => void;
  readonly #open = new Set<number>();
  #stream: EventStream | undefined;

  /**
   * @param events Keeps what is sent; without them, nothing can be fetched later
   * @param onDone Is told when nothing more will be sent
   */
  constructor(events: SessionEvents | undefined, onDone: () => void) {
    this.#events = events;
    this.#onDone = onDone;
  }

  /** Whether everything has been sent. */
  get isDone(): boolean {
    return this.#open.size === 0;
  }

  /** Sends on this stream from now on. The one before it ends. */
  attach(stream: EventStream): void {
    this.#stream?.end();
    this.#stream = stream;
  }

  /** Takes note that a stream is over. */
  detach(stream: EventStream, isRead: boolean): void {
    if (this.#stream === stream) this.#stream = undefined;
    if (isRead && this.isDone) this.#events?.fetched(this.id);
  }

  /** Lets go of the connection: the client comes back for the rest. */
  pause(retryMs?: number): void {
    if (retryMs !== undefined) this.#stream?.writeText(`retry: ${retryMs}\n\n`);
    this.#stream?.end();
    this.#stream = undefined;
  }

  expect(id: number): void {
    this.#open.add(id);
  }

  readonly say = async (message: JSONRPCMessage): Promise<void> => {
    const eventId = await this.#events?.add(this.id, message);
    // Only now, because the client may have come back on another stream meanwhile.
    this.#stream?.write(message, eventId);
  };

  async answer(id: number, message: JSONRPCResponse): Promise<void> {
    await this.say(message);
    this.#settle(id);
  }

  cancel(id: number): void {
    this.#settle(id);
    // There is no answer that anybody could come back for.
    if (this.isDone) this.#events?.fetched(this.id);
  }

  close(): void {
    this.#open.clear();
    this.#end();
  }

  #settle(id: number): void {
    if (this.#open.delete(id) && this.isDone) this.#end();
  }

  #end(): void {
    this.#stream?.end();
    this.#onDone();
  }
}

/** A reply as JSON, for clients that take nothing else. */
export class JsonReply implements Reply {
  readonly #isBatch: boolean;
  readonly #onDone: () => void;
  readonly #open = new Set<number>();
  readonly #answers: JSONRPCMessage[];
  #resolve!: (text: string) => void;
  /** Resolves when all answers are there. */
  readonly text: Promise<string> = new Promise((resolve) => {
    this.#resolve = resolve;
  });

  /**
   * @param refused What was wrong with other messages of the batch; absent for a single message
   * @param onDone Is told when nothing more will be sent
   */
  constructor(refused: readonly JSONRPCMessage[] | undefined, onDone: () => void) {
    this.#isBatch = refused !== undefined;
    this.#answers = [...(refused ?? [])];
    this.#onDone = onDone;
  }

  expect(id: number): void {
    this.#open.add(id);
  }

  async answer(id: number, message: JSONRPCMessage): Promise<void> {
    this.#answers.push(message);
    this.#settle(id);
  }

  cancel(id: number, clientId: string | number): void {
    // A response needs a body, so that this request is answered after all.
    this.#answers.push(jsonRpcError(ErrorCode.invalidRequest, "The request was cancelled.", { id: clientId }));
    this.#settle(id);
  }

  close(): void {
    this.#open.clear();
    this.#end();
  }

  #settle(id: number): void {
    if (this.#open.delete(id) && this.#open.size === 0) this.#end();
  }

  #end(): void {
    this.#resolve(JSON.stringify(this.#isBatch ? this.#answers : (this.#answers[0] ?? UNANSWERED)));
    this.#onDone();
  }
}

const UNANSWERED = jsonRpcError(ErrorCode.internalError, "The session was closed before the answer was there.");
