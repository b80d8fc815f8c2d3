import type { JSONRPCMessage, RequestId } from "@modelcontextprotocol/server";

/** Keeps count of the requests of both sides that have no answer yet. */
export class OpenRequests {
  readonly #fromClient = new Set<RequestId>();
  readonly #fromServer = new Set<RequestId>();
  #waiting: (() => void)[] = [];

  /** Ids of the server's own requests that the client has not answered. */
  get fromServer(): readonly RequestId[] {
    return [...this.#fromServer];
  }

  /** Takes note of a message from the client. */
  received(message: JSONRPCMessage): void {
    if (!("method" in message)) {
      if (message.id !== undefined) this.#fromServer.delete(message.id);
    } else if ("id" in message) {
      // A subscription is open until somebody ends it: nobody waits for its answer.
      if (message.method !== "subscriptions/listen") this.#fromClient.add(message.id);
    } else if (message.method === "notifications/cancelled") {
      // A cancelled request stays without an answer.
      this.#settle(message.params?.requestId as RequestId | undefined);
    }
  }

  /** Takes note of a message that has been written to the client. */
  sent(message: JSONRPCMessage): void {
    if (!("method" in message)) this.#settle(message.id);
    else if ("id" in message) this.#fromServer.add(message.id);
  }

  /** Resolves when the client waits for no answer. */
  whenAnswered(): Promise<void> {
    if (this.#fromClient.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Nothing can be answered any more. */
  abandon(): void {
    this.#fromClient.clear();
    this.#wake();
  }

  #settle(id: RequestId | undefined): void {
    if (id === undefined) return;
    this.#fromClient.delete(id);
    if (this.#fromClient.size === 0) this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
