import type { Message, ResponseMessage } from "@plainmcp/core/internal/engine";
import { jsonRpcError, type OpenRequest, type SessionEvents } from "@plainmcp/core/internal/engine";
import type { EventStream } from "../stream/event-stream.js";

/** The way back of one POST: where the answers to its requests go, and what is said meanwhile. */
export interface Reply {
  /** Says something before the answers. Absent where nothing but answers can be said. */
  readonly say?: (message: Message) => Promise<void>;
  /** Sends the answer to one of the requests. */
  answer(message: ResponseMessage): Promise<void>;
  /** Waits for one answer less: the client has cancelled the request. */
  cancel(request: OpenRequest<unknown>): void;
}

/** A reply as an event stream, which its client may lose and come back to. */
export class EventReply implements Reply {
  readonly id: string = crypto.randomUUID();
  readonly #events: SessionEvents | undefined;
  readonly #onDone: () => void;
  #open: number;
  #stream: EventStream | undefined;

  /**
   * @param requests How many are to be answered
   * @param events Keeps what is sent; without them, nothing can be fetched later
   * @param onDone Is told when nothing more will be sent
   */
  constructor(requests: number, events: SessionEvents | undefined, onDone: () => void) {
    this.#open = requests;
    this.#events = events;
    this.#onDone = onDone;
  }

  /** Whether everything has been sent. */
  get isDone(): boolean {
    return this.#open === 0;
  }

  /** Sends on this stream from now on. The one before it ends. */
  attach(stream: EventStream): void {
    this.#stream?.end();
    this.#stream = stream;
    if (this.isDone) stream.end();
  }

  /** Takes note that a stream is over. */
  detach(stream: EventStream, isRead: boolean): void {
    // One that was let go of before carries no answer.
    if (this.#stream !== stream) return;
    this.#stream = undefined;
    if (isRead && this.isDone) this.#events?.fetched(this.id);
  }

  /** Lets go of the connection: the client comes back for the rest. */
  pause(retryMs?: number): void {
    if (retryMs !== undefined) this.#stream?.writeText(`retry: ${retryMs}\n\n`);
    this.#stream?.end();
    this.#stream = undefined;
  }

  readonly say = async (message: Message): Promise<void> => {
    const eventId = await this.#events?.add(this.id, message);
    // Only now, because the client may have come back on another stream meanwhile.
    this.#stream?.write(message, eventId);
  };

  async answer(message: ResponseMessage): Promise<void> {
    await this.say(message);
    this.#settle();
  }

  cancel(): void {
    this.#settle();
    // There is no answer that anybody could come back for.
    if (this.isDone) this.#events?.fetched(this.id);
  }

  #settle(): void {
    this.#open--;
    if (!this.isDone) return;
    this.#stream?.end();
    this.#onDone();
  }
}

/** A reply as JSON, for clients that take nothing else. */
export class JsonReply implements Reply {
  readonly #isBatch: boolean;
  readonly #answers: Message[];
  #open: number;
  #resolve!: (text: string) => void;
  /** Resolves when all answers are there. */
  readonly text: Promise<string> = new Promise((resolve) => {
    this.#resolve = resolve;
  });

  /**
   * @param requests How many are to be answered
   * @param refused What was wrong with other messages of the batch; absent for a single message
   */
  constructor(requests: number, refused: readonly Message[] | undefined) {
    this.#open = requests;
    this.#isBatch = refused !== undefined;
    this.#answers = [...(refused ?? [])];
  }

  async answer(message: Message): Promise<void> {
    this.#answers.push(message);
    this.#open--;
    if (this.#open === 0) this.#resolve(JSON.stringify(this.#isBatch ? this.#answers : this.#answers[0]));
  }

  cancel({ clientId }: OpenRequest<unknown>): void {
    // A response needs a body, so that this request is answered after all.
    void this.answer(jsonRpcError("invalid-request", "The request was cancelled.", { id: clientId }));
  }
}
