import { VERSION } from "./modern-message.js";
import { MODERN } from "./revisions.js";
import { type Message, wireProblems } from "./wire-schemas.js";

/** All messages of one connection, or of several in succession, in order. */
export class WireLog {
  readonly fromServer: Message[] = [];
  /** The methods that were requested under each id. */
  readonly #methods = new Map<string, Set<string>>();
  readonly #problems: string[] = [];
  #revision: string | undefined;

  /** The revision of the latest messages. */
  get revision(): string | undefined {
    return this.#revision;
  }

  /** Records what the client sent: one message or a batch. */
  sent(text: string): void {
    const parsed: Message | Message[] = JSON.parse(text);
    for (const message of [parsed].flat()) {
      const { id, method } = message;
      if (method !== undefined && id !== undefined) {
        this.#methods.set(keyOf(message), (this.#methods.get(keyOf(message)) ?? new Set()).add(method));
      }
      const meta = message.params?._meta as Record<string, unknown> | undefined;
      // A batch is refused, whatever it contains.
      if (meta?.[VERSION] === MODERN && !Array.isArray(parsed)) this.#revision = MODERN;
    }
  }

  /** Records what the server sent. */
  received(text: string): void {
    for (const message of [JSON.parse(text) as Message | Message[]].flat()) {
      this.fromServer.push(message);
      const answered = [...(this.#methods.get(keyOf(message)) ?? [])];
      if (answered.includes("initialize") && message.result?.protocolVersion !== undefined)
        this.#revision = String(message.result.protocolVersion);
      this.#problems.push(...this.#problemsOf(message, answered));
    }
  }

  /** Problems of the server's messages, according to the schema of their revision. */
  problems(): string[] {
    return this.#revision === undefined ? ["no revision was negotiated"] : this.#problems;
  }

  /** The problems since the last call. */
  takeProblems(): string[] {
    return this.#problems.splice(0);
  }

  /** If an id was used several times, the answer may belong to any of these requests. */
  #problemsOf(message: Message, answered: readonly string[]): readonly string[] {
    const revision = this.#revision;
    if (revision === undefined) return [];
    const [first = undefined, ...others] = answered.map((method) => wireProblems(revision, message, method));
    return others.some((problems) => problems.length === 0)
      ? []
      : (first ?? wireProblems(revision, message, undefined));
  }
}

function keyOf(message: Message): string {
  return JSON.stringify(message.id ?? null);
}
