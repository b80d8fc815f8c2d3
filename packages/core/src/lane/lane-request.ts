import type { QuestionRequest } from "../ask/question.js";
import type { ClientRequest } from "../call/client-request.js";
import { LEVELS } from "../call/create-log.js";
import type { Caller, ClientInfo, LogLevel, Session } from "../context.js";
import type { Load } from "../limits/load.js";
import { LazyAbortController } from "../promises/abortable.js";
import type { NotificationMessage, RequestId, RequestMessage } from "../wire/message.js";
import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  LOG_LEVEL_META_KEY,
  PROTOCOL_VERSION_META_KEY,
} from "../wire/meta-keys.js";

type Notification = Pick<NotificationMessage, "method" | "params">;

/** How a request reaches its client before the answer. */
export interface Carrier {
  /** The client's revision of the protocol. */
  readonly revision: string;
  readonly client: ClientInfo;
  readonly session: Session | undefined;
  /** Whether the client's next request reaches this process again. */
  readonly isConnected: boolean;
  /** The least severe log messages that the client wants. @default all */
  readonly logLevel: LogLevel | "none" | undefined;
  /** Sends a notification on the stream of a request. */
  notify(notification: Notification, related: RequestId): Promise<void>;
  /** Asks a legacy client on the stream of a request, and waits for the answer. */
  ask(question: QuestionRequest, signal: AbortSignal, related: RequestId): Promise<unknown>;
}

/** Where a message comes from. */
export interface Origin {
  readonly caller?: Caller | undefined;
  readonly load?: Load | undefined;
  /** Closes the connection of the message, if the client can come back for the answer. */
  readonly release?: ((retryMs?: number) => void) | undefined;
}

/** A request that is answered without the SDK. */
export class LaneRequest extends LazyAbortController implements ClientRequest {
  readonly id: RequestId;
  readonly #message: RequestMessage;
  readonly #carrier: Carrier;
  readonly #origin: Origin | undefined;

  /**
   * @param message The request with our own id
   * @param id The client's own id of the request
   */
  constructor(message: RequestMessage, id: RequestId, carrier: Carrier, origin: Origin | undefined) {
    super();
    this.id = id;
    this.#message = message;
    this.#carrier = carrier;
    this.#origin = origin;
  }

  get revision(): string {
    return this.#carrier.revision;
  }

  get client(): ClientInfo {
    return this.#carrier.client;
  }

  get meta(): ClientRequest["meta"] {
    const meta: Record<string, unknown> = { ...this.#message.params?._meta };
    for (const key of PROTOCOL_KEYS) delete meta[key];
    return meta;
  }

  get caller(): Caller | undefined {
    return this.#origin?.caller;
  }

  get load(): Load | undefined {
    return this.#origin?.load;
  }

  get session(): Session | undefined {
    return this.#carrier.session;
  }

  get isConnected(): boolean {
    return this.#carrier.isConnected;
  }

  async notify(notification: Notification): Promise<void> {
    if (!this.isAborted) await this.#carrier.notify(notification, this.#message.id);
  }

  ask(question: QuestionRequest, signal: AbortSignal): Promise<unknown> {
    return this.#carrier.ask(question, signal, this.#message.id);
  }

  async log(level: LogLevel, data: unknown, logger?: string): Promise<void> {
    const { logLevel } = this.#carrier;
    if (logLevel === "none" || (logLevel !== undefined && LEVELS.indexOf(level) < LEVELS.indexOf(logLevel))) return;
    await this.notify({
      method: "notifications/message",
      params: { level, data, ...(logger !== undefined && { logger }) },
    });
  }

  release(retryMs?: number): void {
    this.#origin?.release?.(retryMs);
  }
}

const PROTOCOL_KEYS = [
  PROTOCOL_VERSION_META_KEY,
  CLIENT_INFO_META_KEY,
  CLIENT_CAPABILITIES_META_KEY,
  LOG_LEVEL_META_KEY,
];
