import type { Transport } from "@modelcontextprotocol/server";

/** Ends event streams that a method lets go of, and tells the client when to come back for the rest. */
export class StreamPauses {
  readonly #retryMs = new WeakMap<Request, number>();

  /** Has `closeSSE` of the transport's requests take the milliseconds after which the client should come back. */
  heed(transport: Transport): void {
    const deliver = transport.onmessage;
    transport.onmessage = (message, extra) => {
      const { request, closeSSEStream } = extra ?? {};
      if (request === undefined || closeSSEStream === undefined) return deliver?.(message, extra);
      const pause = (retryMs?: number): void => {
        if (retryMs !== undefined) this.#retryMs.set(request, retryMs);
        closeSSEStream();
      };
      deliver?.(message, { ...extra, closeSSEStream: pause });
    };
  }

  /** What the stream that answers the request ends with. */
  lastWords(request: Request): string {
    const retryMs = this.#retryMs.get(request);
    return retryMs === undefined ? "" : `retry: ${retryMs}\n\n`;
  }
}
