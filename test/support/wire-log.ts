import { type Message, MODERN, wireProblems } from "./wire-schemas.js";

/** Everything that crossed one connection, in order. */
export class WireLog {
  readonly fromServer: Message[] = [];
  readonly #methods = new Map<string, string>();
  #revision: string | undefined;

  /** Notes what the client sent: one message, or a batch. */
  sent(text: string): void {
    for (const message of parse(text)) {
      if (message.method !== undefined && message.id !== undefined) this.#methods.set(keyOf(message), message.method);
      const meta = message.params?._meta as Record<string, unknown> | undefined;
      if (meta?.["io.modelcontextprotocol/protocolVersion"] === MODERN) this.#revision = MODERN;
    }
  }

  /** Notes what the server sent. */
  received(text: string): void {
    for (const message of parse(text)) {
      this.fromServer.push(message);
      const answered = this.#methods.get(keyOf(message));
      if (answered === "initialize" && message.result) this.#revision = String(message.result.protocolVersion);
    }
  }

  /** What is wrong with the server's messages, by the schema of the revision they were sent in. */
  problems(): string[] {
    const revision = this.#revision;
    if (revision === undefined) return ["no revision was negotiated"];
    return this.fromServer.flatMap((message) => wireProblems(revision, message, this.#methods.get(keyOf(message))));
  }
}

function keyOf(message: Message): string {
  return JSON.stringify(message.id ?? null);
}

function parse(text: string): Message[] {
  const parsed: Message | Message[] = JSON.parse(text);
  return Array.isArray(parsed) ? parsed : [parsed];
}
