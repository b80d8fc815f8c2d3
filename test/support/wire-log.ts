import { type Message, MODERN, wireProblems } from "./wire-schemas.js";

/** Everything that crossed one connection, or one after the other, in order. */
export class WireLog {
  readonly fromServer: Message[] = [];
  readonly #methods = new Map<string, string>();
  readonly #problems: string[] = [];
  #revision: string | undefined;

  /** The revision that was spoken last. */
  get revision(): string | undefined {
    return this.#revision;
  }

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
      this.#problems.push(...this.#problemsOf(message, answered));
    }
  }

  /** What is wrong with the server's messages, by the schema of the revision they were sent in. */
  problems(): string[] {
    return this.#revision === undefined ? ["no revision was negotiated"] : this.#problems;
  }

  #problemsOf(message: Message, answered: string | undefined): string[] {
    return this.#revision === undefined ? [] : wireProblems(this.#revision, message, answered);
  }
}

function keyOf(message: Message): string {
  return JSON.stringify(message.id ?? null);
}

function parse(text: string): Message[] {
  const parsed: Message | Message[] = JSON.parse(text);
  return Array.isArray(parsed) ? parsed : [parsed];
}
