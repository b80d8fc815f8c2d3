import { DEFAULT_REVISION } from "@plainmcp/core/internal/engine";
import type { Endpoint } from "../endpoint.js";
import type { Body, Exchange } from "../exchange.js";
import { type Answer, PlainAnswer } from "../stream/answer.js";
import type { KeepAlive } from "../stream/keep-alive.js";
import type { LegacyConnector } from "./legacy-connector.js";
import { LegacyTransport } from "./legacy-transport.js";
import { readPost } from "./read-post.js";

/** Answers each request of a legacy client on its own, without a session. */
export class StatelessRequests implements Endpoint {
  readonly #connect: LegacyConnector;
  readonly #keepAlive: KeepAlive;
  readonly #maxBatchSize: number;
  /** Transports with unanswered requests. */
  readonly #open = new Set<LegacyTransport>();

  constructor(connect: LegacyConnector, keepAlive: KeepAlive, maxBatchSize: number) {
    this.#maxBatchSize = maxBatchSize;
    this.#connect = connect;
    this.#keepAlive = keepAlive;
  }

  async answer(exchange: Exchange): Promise<Answer> {
    const { request, body, waitUntil } = exchange;
    const revision = request.headers.get("mcp-protocol-version") ?? DEFAULT_REVISION;
    const post = readPost(body as Body, revision);
    if (post instanceof PlainAnswer) return post;
    const transport = new LegacyTransport({ keepAlive: this.#keepAlive, maxBatchSize: this.#maxBatchSize, revision });
    await this.#connect(exchange, transport, false);
    this.#open.add(transport);
    try {
      return await transport.receive(exchange, post);
    } finally {
      const closed = transport.ledger.whenSettled().then(() => {
        this.#open.delete(transport);
        return transport.close();
      });
      waitUntil(closed);
    }
  }

  answerRest(text: string): void {
    for (const transport of this.#open) transport.answerRest(text);
  }
}
