import type { NotificationMessage, RequestId, RequestMessage } from "./message.js";

/** A request that has no answer yet. */
export interface OpenRequest<T> {
  /** Ours. */
  readonly id: number;
  /** What the client calls it, which need not be unique. */
  readonly clientId: RequestId;
  readonly method: string;
  /** Where its answer goes, for the transport. */
  readonly to: T;
}

/** What a client calls its requests, by the ids that we give them. */
export type ClientIds = Pick<RequestLedger<unknown>, "clientIdOf">;

/** The requests of one client that have no answer yet, each under an id of ours, because clients repeat theirs. */
export class RequestLedger<T> {
  readonly #open = new Map<number, OpenRequest<T>>();
  /** Requests whose answer is on its way. */
  readonly #answering = new Map<number, OpenRequest<T>>();
  #last = 0;
  #waiting: (() => void)[] = [];

  /** The requests that nobody has begun to answer, oldest first. */
  get open(): readonly OpenRequest<T>[] {
    return [...this.#open.values()];
  }

  /** Takes in a request of the client, and returns it under our id. */
  enter(request: RequestMessage, to: T): RequestMessage {
    const id = ++this.#last;
    this.#open.set(id, { id, clientId: request.id, method: request.method, to });
    return { ...request, id };
  }

  /** The request of this id of ours, unless its answer is on its way. */
  get(id: RequestId | undefined): OpenRequest<T> | undefined {
    return this.#open.get(id as number);
  }

  /** What the client calls a request; an id that is not in the ledger stays as it is. */
  clientIdOf(id: RequestId): RequestId {
    return (this.get(id) ?? this.#answering.get(id as number))?.clientId ?? id;
  }

  /** Takes a request to be answered: nobody else gets it any more. It has to be settled when the answer is out. */
  answer(id: RequestId | undefined): OpenRequest<T> | undefined {
    const request = this.get(id);
    if (request === undefined) return undefined;
    this.#open.delete(request.id);
    this.#answering.set(request.id, request);
    return request;
  }

  /**
   * Finds what a `notifications/cancelled` is about: of several requests with the same id, the latest.
   *
   * @returns the request, and the notification under our id
   */
  findCancelled(
    notification: NotificationMessage,
  ): { readonly request: OpenRequest<T>; readonly notification: NotificationMessage } | undefined {
    const clientId = notification.params?.requestId;
    const request = this.open.findLast((open) => open.clientId === clientId);
    if (request === undefined) return undefined;
    return { request, notification: { ...notification, params: { ...notification.params, requestId: request.id } } };
  }

  /** Takes a request out: it has been answered, or will not be. */
  settle(id: number): void {
    if (this.#open.delete(id) || this.#answering.delete(id)) this.#wake();
  }

  /** Resolves when every request is settled that the filter wants to wait for. */
  async whenSettled(filter: (request: OpenRequest<T>) => boolean = () => true): Promise<void> {
    while ([...this.#open.values(), ...this.#answering.values()].some(filter))
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
