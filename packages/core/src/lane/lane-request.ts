import type { QuestionRequest } from "../ask/question.js";
import type { ClientRequest } from "../call/client-request.js";
import { LEVELS } from "../call/create-log.js";
import type { Caller, ClientInfo, LogLevel } from "../context.js";
import { LazyAbortController } from "../promises/abortable.js";
import type { NotificationMessage, Params, RequestId } from "../wire/message.js";
import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  LOG_LEVEL_META_KEY,
  PROTOCOL_VERSION_META_KEY,
} from "../wire/meta-keys.js";

/** How one request reaches its client before the answer. */
export interface Carrier {
  /** The caller, if the transport has identified it. */
  readonly caller: Caller | undefined;
  /** Whether the client's next request reaches this process again. */
  readonly isConnected: boolean;
  /** Sends a notification before the answer. */
  notify(notification: NotificationMessage): Promise<void>;
  /** Asks a legacy client, and waits for the answer. */
  ask?(question: QuestionRequest, signal: AbortSignal): Promise<unknown>;
  /** Closes the connection, if the client can come back for the answer. */
  readonly release?: ((retryMs?: number) => void) | undefined;
}

/** What a request says and who makes it. */
export interface LaneRequestParts {
  readonly id: RequestId;
  readonly params: Params | undefined;
  readonly revision: string;
  readonly client: ClientInfo;
  /** Returns the least severe log messages that the client wants. */
  readonly logLevel: () => LogLevel | "none" | undefined;
  readonly carrier: Carrier;
}

/** A request that is answered without the SDK. */
export class LaneRequest extends LazyAbortController implements ClientRequest {
  readonly id: RequestId;
  readonly revision: string;
  readonly client: ClientInfo;
  readonly #params: Params | undefined;
  readonly #logLevel: LaneRequestParts["logLevel"];
  readonly #carrier: Carrier;

  constructor({ id, params, revision, client, logLevel, carrier }: LaneRequestParts) {
    super();
    this.id = id;
    this.revision = revision;
    this.client = client;
    this.#params = params;
    this.#logLevel = logLevel;
    this.#carrier = carrier;
  }

  get meta(): ClientRequest["meta"] {
    const meta: Record<string, unknown> = { ...this.#params?._meta };
    for (const key of PROTOCOL_KEYS) delete meta[key];
    return meta;
  }

  get caller(): Caller | undefined {
    return this.#carrier.caller;
  }

  get isConnected(): boolean {
    return this.#carrier.isConnected;
  }

  async notify(notification: Pick<NotificationMessage, "method" | "params">): Promise<void> {
    if (!this.isAborted) await this.#carrier.notify({ jsonrpc: "2.0", ...notification });
  }

  ask(question: QuestionRequest, signal: AbortSignal): Promise<unknown> {
    const { ask } = this.#carrier;
    return ask === undefined ? Promise.reject(new Error("This client cannot be asked.")) : ask(question, signal);
  }

  async log(level: LogLevel, data: unknown): Promise<void> {
    const least = this.#logLevel();
    if (least === "none" || (least !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(least))) return;
    await this.notify({ method: "notifications/message", params: { level, data } });
  }

  release(retryMs?: number): void {
    this.#carrier.release?.(retryMs);
  }
}

const PROTOCOL_KEYS = [
  PROTOCOL_VERSION_META_KEY,
  CLIENT_INFO_META_KEY,
  CLIENT_CAPABILITIES_META_KEY,
  LOG_LEVEL_META_KEY,
];
