import type { ClientInfo } from "../context.js";
import type { Engine } from "../engine/create-engine.js";
import type { Method } from "../methods/method.js";
import { toCacheHint } from "../methods/to-cache-hint.js";
import type { Awaitable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { MODERN_REVISION } from "../revisions/error-codes.js";
import type {
  NotificationMessage,
  Params,
  RequestId,
  RequestMessage,
  ResponseMessage,
  ResultMessage,
} from "../wire/message.js";
import { PreparedAnswer } from "../wire/serialize.js";
import { type Answering, answerRequest } from "./answer-request.js";
import { type Carrier, LaneRequest, type Origin } from "./lane-request.js";
import { isPrepared, prepareResult } from "./prepared-results.js";
import { type Envelope, hasPlainAnswers, readEnvelope } from "./read-envelope.js";
import { Stamp } from "./stamp.js";

/** How a connection, or the response to a single request, reaches a modern client. */
export interface ModernClient {
  /** Whether the client's next request reaches this process again. */
  readonly isConnected: boolean;
  /** Sends a notification on the stream of a request. */
  notify(notification: Pick<NotificationMessage, "method" | "params">, related: RequestId): Promise<void>;
}

/** A request that the lane can answer. */
export interface OpenedRequest {
  readonly request: LaneRequest;
  /** Answers it. Never throws or rejects. */
  answer(): Awaitable<ResponseMessage>;
}

/** Answers the requests of modern clients without the SDK. */
export class ModernLane implements Answering {
  readonly report: Report;
  readonly #methods: ReadonlyMap<string, Method>;
  readonly #stamp: Stamp;

  constructor(engine: Engine) {
    this.report = engine.report;
    this.#methods = new Map([...Object.entries(engine.methods.modern), ["server/discover", discoverMethod(engine)]]);
    this.#stamp = new Stamp(engine.info, toCacheHint(engine.cache));
  }

  /**
   * Opens a request. Returns `undefined` if it is anything but an ordinary request of a known method.
   *
   * @param id The client's own id of the request
   */
  open(message: RequestMessage, id: RequestId, client: ModernClient, origin?: Origin): OpenedRequest | undefined {
    const { params } = message;
    const method = this.#methods.get(message.method);
    const envelope = method && readEnvelope(params);
    if (method === undefined || envelope === undefined || !hasPlainAnswers(params)) return undefined;
    const request = new LaneRequest(message, id, new ModernCarrier(envelope, client), origin);
    return { request, answer: () => answerRequest(message, method, request, this) };
  }

  toAnswer({ id, method }: RequestMessage, result: object): ResultMessage {
    const stamp = () => this.#stamp.result(method, result);
    if (isPrepared(method)) {
      const prepared = prepareResult(result, MODERN_REVISION, stamp);
      return new PreparedAnswer(id, prepared.text, () => prepared.result);
    }
    const text = this.#stamp.text(method, result);
    if (text !== undefined) return new PreparedAnswer(id, text, stamp);
    return { jsonrpc: "2.0", id, result: stamp() as Params };
  }
}

class ModernCarrier implements Carrier {
  readonly #envelope: Envelope;
  readonly #client: ModernClient;

  constructor(envelope: Envelope, client: ModernClient) {
    this.#envelope = envelope;
    this.#client = client;
  }

  get revision(): string {
    return MODERN_REVISION;
  }

  get client(): ClientInfo {
    return this.#envelope.client;
  }

  /** The modern era has no sessions. */
  get session(): undefined {
    return undefined;
  }

  get isConnected(): boolean {
    return this.#client.isConnected;
  }

  get logLevel(): Carrier["logLevel"] {
    return this.#envelope.logLevel ?? "none";
  }

  notify(...notified: Parameters<Carrier["notify"]>): Promise<void> {
    return this.#client.notify(...notified);
  }

  /** Questions to modern clients are part of the result. */
  ask(): Promise<never> {
    return Promise.reject(new Error("This client cannot be asked."));
  }
}

/** `server/discover`. */
function discoverMethod(engine: Engine): Method {
  const { instructions } = engine;
  const capabilities = engine.capabilities({ era: "modern", hearChanges: true });
  const result = { supportedVersions: [MODERN_REVISION], capabilities, ...(instructions && { instructions }) };
  return { check: () => undefined, answer: () => result };
}
