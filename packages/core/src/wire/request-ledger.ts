import type { NotificationMessage, RequestId, RequestMessage } from "./message.js";
import { RecentMap } from "./recent-map.js";

/** A request without an answer. */
export interface OpenRequest<T> {
  /** Our own id. */
  readonly id: number;
  /** The client's id, which may not be unique. */
  readonly clientId: RequestId;
  readonly method: string;
  /** The destination of the answer, for the transport. */
  readonly to: T;
}

/** Maps our ids of requests to the client's. */
export type ClientIds = Pick<RequestLedger<unknown>, "clientIdOf">;

/** The open requests of one client, each under our own id, because clients may reuse theirs. */
export class RequestLedger<T> {
  readonly #open = new RecentMap<number, OpenRequest<T>>();
  /** Requests whose answer is being sent. */
  readonly #answering = new RecentMap<number, OpenRequest<T>>();
  #last = 0;
  #waiting: (() => void)[] = [];

  /** The requests whose answer is not being sent yet, oldest first. */
  get open(): readonly OpenRequest<T>[] {
    return this.#open.values();
  }

  /** Whether every request has its answer. */
  get isEmpty(): boolean {
    return this.#open.size + this.#answering.size === 0;
  }

  /** Adds a request of the client, and returns it with our id. */
  enter(request: RequestMessage, to: T): RequestMessage {
    const id = ++this.#last;
    this.#open.add(id, { id, clientId: request.id, method: request.method, to });
    const { method, params } = request;
    return params === undefined ? { jsonrpc: "2.0", id, method } : { jsonrpc: "2.0", id, method, params };
  }

  /** The request with our id, unless its answer is being sent. */
  get(id: RequestId | undefined): OpenRequest<T> | undefined {
    return this.#open.get(id as number);
  }

  /** The client's id of a request. An unknown id is returned unchanged. */
  clientIdOf(id: RequestId): RequestId {
    return (this.get(id) ?? this.#answering.get(id as number))?.clientId ?? id;
  }

  /** Claims a request to answer it, so that nothing else answers it. Call `settle` once the answer is sent. */
  answer(id: RequestId | undefined): OpenRequest<T> | undefined {
    const request = this.get(id);
    if (request === undefined) return undefined;
    this.#open.delete(request.id);
    this.#answering.add(request.id, request);
    return request;
  }

  /**
   * Finds the request that a `notifications/cancelled` cancels: the latest one, if several have the same id.
   *
   * @returns the request, and the notification with our id
   */
  findCancelled(
    notification: NotificationMessage,
  ): { readonly request: OpenRequest<T>; readonly notification: NotificationMessage } | undefined {
    const clientId = notification.params?.requestId;
    const request = this.open.findLast((open) => open.clientId === clientId);
    if (request === undefined) return undefined;
    return { request, notification: { ...notification, params: { ...notification.params, requestId: request.id } } };
  }

  /** Removes a request: it is answered, or never will be. */
  settle(id: number): void {
    if (this.#open.delete(id) || this.#answering.delete(id)) this.#wake();
  }

  /** Resolves when all requests that pass the filter are settled. */
  async whenSettled(filter: (request: OpenRequest<T>) => boolean = () => true): Promise<void> {
    while ([...this.#open.values(), ...this.#answering.values()].some(filter))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    if (this.#waiting.length > 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
