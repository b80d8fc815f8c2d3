import { VERSION } from "./modern-message.js";
import { MODERN } from "./revisions.js";
import { type Message, wireProblems } from "./wire-schemas.js";

/** Everything that crossed one connection, or one after the other, in order. */
export class WireLog {
  readonly fromServer: Message[] = [];
  /** The methods that were asked for under each id. */
  readonly #methods = new Map<string, Set<string>>();
  readonly #problems: string[] = [];
  #revision: string | undefined;

  /** The revision that was spoken last. */
  get revision(): string | undefined {
    return this.#revision;
  }

  /** Notes what the client sent: one message, or a batch. */
  sent(text: string): void {
    const parsed: Message | Message[] = JSON.parse(text);
    for (const message of [parsed].flat()) {
      const { id, method } = message;
      if (method !== undefined && id !== undefined) {
        this.#methods.set(keyOf(message), (this.#methods.get(keyOf(message)) ?? new Set()).add(method));
      }
      const meta = message.params?._meta as Record<string, unknown> | undefined;
      // A batch is refused, whatever is in it.
      if (meta?.[VERSION] === MODERN && !Array.isArray(parsed)) this.#revision = MODERN;
    }
  }

  /** Notes what the server sent. */
  received(text: string): void {
    for (const message of [JSON.parse(text) as Message | Message[]].flat()) {
      this.fromServer.push(message);
      const answered = [...(this.#methods.get(keyOf(message)) ?? [])];
      if (answered.includes("initialize") && message.result?.protocolVersion !== undefined)
        this.#revision = String(message.result.protocolVersion);
      this.#problems.push(...this.#problemsOf(message, answered));
    }
  }

  /** What is wrong with the server's messages, by the schema of the revision they were sent in. */
  problems(): string[] {
    return this.#revision === undefined ? ["no revision was negotiated"] : this.#problems;
  }

  /** The problems that nobody has taken yet. */
  takeProblems(): string[] {
    return this.#problems.splice(0);
  }

  /** Under an id that was used again, it may answer any of the requests. */
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
