import { type Awaitable, isThenable } from "../promises/awaitable.js";
import type { Message, NotificationMessage, RequestId, ResponseMessage } from "../wire/message.js";

/** A request that is being answered. */
interface Opened {
  abort(reason: unknown): void;
}

/** The requests of one connection that the lane is answering. */
export class OpenRequests {
  readonly #send: (message: Message) => Awaitable<void>;
  readonly #open = new Map<RequestId, Opened>();

  constructor(send: (message: Message) => Awaitable<void>) {
    this.#send = send;
  }

  /** Sends the answer to a request, once it is there. */
  answer(id: RequestId, request: Opened, answer: Awaitable<ResponseMessage>): void {
    if (!isThenable(answer)) {
      this.send(answer);
      return;
    }
    this.#open.set(id, request);
    void answer.then((message) => {
      if (this.#open.delete(id)) this.send(message);
    });
  }

  /** Sends an answer. It fails only if the client has disconnected, which the transport reports. */
  send(message: ResponseMessage): void {
    const sent = this.#send(message);
    if (isThenable(sent)) sent.catch(() => undefined);
  }

  /** Aborts the request that a `notifications/cancelled` names. Returns whether there is one. */
  cancel({ method, params }: NotificationMessage): boolean {
    if (method !== "notifications/cancelled") return false;
    const id = params?.requestId as RequestId;
    this.#open.get(id)?.abort(params?.reason);
    return this.#open.delete(id);
  }

  /** Aborts all requests. */
  close(): void {
    for (const request of this.#open.values()) request.abort(new Error("Connection closed"));
    this.#open.clear();
  }
}
