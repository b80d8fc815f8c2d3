import { type Awaitable, isThenable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { jsonRpcError } from "../wire/json-rpc-error.js";
import type { Message, NotificationMessage, RequestId, ResponseMessage } from "../wire/message.js";
import { PreparedAnswer } from "../wire/serialize.js";

/** A request that is being answered. */
interface Opened {
  abort(reason: unknown): void;
}

/** The requests of one connection that the lane is answering. */
export class OpenRequests {
  readonly #send: (message: Message) => Awaitable<void>;
  readonly #report: Report;
  /** Made when the first answer takes its time. */
  #open: Map<RequestId, Opened> | undefined;

  constructor(send: (message: Message) => Awaitable<void>, report: Report) {
    this.#send = send;
    this.#report = report;
  }

  /** Returns the answer to a request if it is there and is JSON for sure. Otherwise sends it, once it is there. */
  answer(id: RequestId, request: Opened, answer: Awaitable<ResponseMessage>): PreparedAnswer | undefined {
    if (!isThenable(answer)) {
      if (answer instanceof PreparedAnswer) return answer;
      this.send(answer);
      return undefined;
    }
    this.#open ??= new Map();
    this.#open.set(id, request);
    void answer.then((message) => {
      if (this.#open?.delete(id)) this.send(message);
    });
    return undefined;
  }

  /** Sends an answer, or an error in its place if it has no JSON. Never throws. */
  send(message: ResponseMessage): void {
    try {
      const sent = this.#send(message);
      // It fails only if the client has disconnected, which the transport reports.
      if (isThenable(sent)) sent.catch(() => undefined);
    } catch (error) {
      this.#report(error, "an answer");
      if (!("error" in message)) this.send(jsonRpcError("internal", "Internal error.", { id: message.id }));
    }
  }

  /** Aborts the request that a `notifications/cancelled` names. Returns whether there is one. */
  cancel({ method, params }: NotificationMessage): boolean {
    if (method !== "notifications/cancelled") return false;
    const id = params?.requestId as RequestId;
    this.#open?.get(id)?.abort(params?.reason);
    return this.#open?.delete(id) ?? false;
  }

  /** Aborts all requests. */
  close(): void {
    for (const request of this.#open?.values() ?? []) request.abort(new Error("Connection closed"));
    this.#open = undefined;
  }
}
