import { toFault } from "../dispatch/to-fault.js";
import type { Awaitable } from "../promises/awaitable.js";
import { jsonRpcError } from "../wire/json-rpc-error.js";
import type { Message, NotificationMessage, RequestId, RequestMessage, ResultMessage } from "../wire/message.js";
import type { Engine } from "./create-engine.js";

/** An open subscription. */
interface OpenSubscription {
  stop(): void;
  readonly result: ResultMessage;
}

/** The subscriptions of one modern client on a lasting connection. */
export class OpenSubscriptions {
  readonly #engine: Pick<Engine, "listen" | "report">;
  readonly #send: (message: Message) => Promise<void>;
  /** Subscriptions by request id; `undefined` while one is being opened. */
  readonly #open = new Map<RequestId, OpenSubscription | undefined>();

  constructor(engine: Pick<Engine, "listen" | "report">, send: (message: Message) => Awaitable<void>) {
    this.#engine = engine;
    this.#send = async (message) => {
      try {
        await send(message);
      } catch {
        // If a message cannot be written, the client has disconnected.
      }
    };
  }

  /** Answers a `subscriptions/listen`. */
  async listen(message: RequestMessage): Promise<void> {
    const { id } = message;
    this.#open.set(id, undefined);
    try {
      const { acknowledgement, begin, cancel, result } = await this.#engine.listen(message);
      // The client cancelled it in the meantime.
      if (!this.#open.has(id)) return cancel();
      const written = this.#send(acknowledgement);
      const stop = begin(
        (notification) => void this.#send(notification),
        () => void (this.#end(id) && this.#send(result)),
      );
      this.#open.set(id, { stop, result });
      await written;
    } catch (error) {
      if (!this.#open.delete(id)) return;
      const fault = toFault(error, message.method, this.#engine.report);
      await this.#send(jsonRpcError(fault.kind, fault.message, { id, data: fault.data }));
    }
  }

  /** Ends the subscription that a `notifications/cancelled` names. Returns whether there is one. */
  cancel({ method, params }: NotificationMessage): boolean {
    return method === "notifications/cancelled" && this.#end(params?.requestId as RequestId);
  }

  /** Ends all subscriptions, and notifies the client. */
  async end(): Promise<void> {
    for (const [id, subscription] of this.#open) {
      this.#end(id);
      if (subscription) await this.#send(subscription.result);
    }
  }

  /** Ends all subscriptions of a client that has disconnected. */
  close(): void {
    for (const id of [...this.#open.keys()]) this.#end(id);
  }

  #end(id: RequestId): boolean {
    this.#open.get(id)?.stop();
    return this.#open.delete(id);
  }
}
