import type { JSONRPCErrorResponse, JSONRPCMessage, RequestId } from "@modelcontextprotocol/server";
import { readBatch } from "@plainmcp/core/engine";

interface Batch {
  /** Requests that have no answer yet. */
  readonly open: Set<RequestId>;
  readonly answers: JSONRPCMessage[];
}

/** Collects the answers to what clients of 2025-03-26 send in batches, each to be written as one message. */
export class Batches {
  readonly #write: (answers: readonly JSONRPCMessage[]) => void;
  readonly #byRequest = new Map<RequestId, Batch>();
  #initialize: RequestId | undefined;
  #revision: string | undefined;

  constructor(write: (answers: readonly JSONRPCMessage[]) => void) {
    this.#write = write;
  }

  /** Reads a batch. Its messages are to be received one by one. */
  open(elements: readonly unknown[]): { messages: readonly JSONRPCMessage[] } | { error: JSONRPCErrorResponse } {
    const read = readBatch(elements, this.#revision);
    if ("error" in read) return read;
    const ids = read.messages.flatMap((message) => ("method" in message && "id" in message ? [message.id] : []));
    const batch: Batch = { open: new Set(ids), answers: [...read.refused] };
    for (const id of ids) this.#byRequest.set(id, batch);
    this.#writeIfAnswered(batch);
    return read;
  }

  /** Takes note of a message from the client. */
  received(message: JSONRPCMessage): void {
    if (!("method" in message)) return;
    if ("id" in message) {
      if (message.method === "initialize") this.#initialize = message.id;
    } else if (message.method === "notifications/cancelled") {
      this.#settle(message.params?.requestId as RequestId);
    }
  }

  /** Takes a message to the client if it is part of the answer to a batch, and says whether it is. */
  take(message: JSONRPCMessage): boolean {
    if ("method" in message || message.id === undefined) return false;
    if (message.id === this.#initialize && "result" in message) {
      this.#revision = message.result.protocolVersion as string;
    }
    return this.#settle(message.id, message);
  }

  #settle(id: RequestId, answer?: JSONRPCMessage): boolean {
    const batch = this.#byRequest.get(id);
    if (batch === undefined) return false;
    this.#byRequest.delete(id);
    batch.open.delete(id);
    if (answer !== undefined) batch.answers.push(answer);
    this.#writeIfAnswered(batch);
    return true;
  }

  #writeIfAnswered({ open, answers }: Batch): void {
    if (open.size === 0 && answers.length > 0) this.#write(answers);
  }
}
