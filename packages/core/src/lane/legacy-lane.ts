import { LEVELS } from "../call/create-log.js";
import type { ClientInfo, LogLevel, Session } from "../context.js";
import type { Engine } from "../engine/create-engine.js";
import { checkInitialize } from "../methods/check-initialize.js";
import { checkParams } from "../methods/check-params.js";
import type { Method, Methods } from "../methods/method.js";
import { subscriptionMethods } from "../methods/subscribe.js";
import type { Report } from "../reporting/create-report.js";
import { StructuredResult } from "../result/structured-result.js";
import { LEGACY_REVISIONS } from "../revisions/error-codes.js";
import { projectParams } from "../revisions/project-params.js";
import { projectResult } from "../revisions/project-result.js";
import type { Subscriber, Subscriptions } from "../subscriptions/subscriptions.js";
import { tellOfChanges } from "../subscriptions/tell-of-changes.js";
import { isRequest } from "../wire/is-request.js";
import type {
  Message,
  NotificationMessage,
  Params,
  RequestId,
  RequestMessage,
  ResultMessage,
} from "../wire/message.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { PreparedAnswer } from "../wire/serialize.js";
import { type Answering, answerRequest } from "./answer-request.js";
import { type ConnectSdk, Fallback, replayed, type Send } from "./fallback.js";
import { greet } from "./greet.js";
import { type Carrier, LaneRequest, type Origin } from "./lane-request.js";
import { OpenRequests } from "./open-requests.js";
import { isPrepared, prepareResult } from "./prepared-results.js";
import { hasPlainAnswers, toClient } from "./read-envelope.js";

/** Options of a {@link LegacyLane}. */
export interface LegacyLaneOptions<From extends Origin> {
  readonly send: Send;
  readonly ids: ClientIds;
  /** The client's revision, as long as it has not negotiated one. */
  readonly revision: string;
  /** Whether the connection lasts for more than one request, so that the client can be told of changes. */
  readonly lasts: boolean;
  /** Whether the client's next request reaches this process again. */
  readonly isConnected: boolean;
  /** The client's session, if it has one. Called when a method wants to know it. */
  readonly session: () => Session | undefined;
  /** Who subscribes to resources, if several clients share the server. */
  readonly subscriber?: Subscriber;
  /** Is told the negotiated revision. */
  readonly onRevision: (revision: string) => void;
  /** Makes the SDK's side, for messages that the lane does not know. */
  readonly connect: ConnectSdk<From>;
}

/** Answers one legacy client without the SDK, which gets only the messages that this does not know. */
export class LegacyLane<From extends Origin = Origin> implements Carrier, Answering {
  readonly report: Report;
  readonly #engine: Engine;
  readonly #options: LegacyLaneOptions<From>;
  readonly #requests: OpenRequests;
  /** The rest is made when the client needs it, because a client may do nothing but call one tool. */
  #openSubscriptions: Subscriptions | undefined;
  #openFallback: Fallback<From> | undefined;
  #revision: string;
  #client: ClientInfo = toClient();
  #logLevel: LogLevel | undefined;
  /** What the client has said about itself. */
  #initialize: Params | undefined;
  #stopTelling: (() => void) | undefined;
  #isClosed = false;

  constructor(engine: Engine, options: LegacyLaneOptions<From>) {
    this.report = engine.report;
    this.#engine = engine;
    this.#options = options;
    this.#revision = options.revision;
    this.#requests = new OpenRequests(options.send, engine.report);
  }

  /** The revision that the client speaks. */
  get revision(): string {
    return this.#revision;
  }

  get client(): ClientInfo {
    return this.#client;
  }

  get session(): Session | undefined {
    return this.#options.session();
  }

  get isConnected(): boolean {
    return this.#options.isConnected;
  }

  get logLevel(): LogLevel | undefined {
    return this.#logLevel;
  }

  async notify({ method, params }: Pick<NotificationMessage, "method" | "params">, related?: RequestId): Promise<void> {
    const projected = projectParams(method, params, this.#revision);
    const notification: NotificationMessage = {
      ...{ jsonrpc: "2.0", method },
      ...(projected && { params: projected as Params }),
    };
    await this.#options.send(notification, related === undefined ? undefined : { relatedRequestId: related });
  }

  ask(...asked: Parameters<Carrier["ask"]>): Promise<unknown> {
    return this.#fallback.ask(...asked);
  }

  toAnswer({ id, method }: RequestMessage, result: object): ResultMessage {
    const revision = this.#revision;
    const project = () => projectResult(method, result, revision);
    const prepared = isPrepared(method) ? prepareResult(result, revision, project) : undefined;
    const answered = prepared?.result ?? project();
    return new PreparedAnswer(id, prepared?.text ?? StructuredResult.jsonOf(answered), () => answered);
  }

  /** Takes a message of the client. Requests have our own ids. Returns an answer that is there at once; sends all others. */
  receive(message: Message, origin?: From): PreparedAnswer | undefined {
    if (this.#isClosed) return undefined;
    if (isRequest(message)) return this.#receiveRequest(message, origin);
    if ("method" in message) this.#receiveNotification(message, origin);
    else void this.#fallback.deliver(message, origin);
    return undefined;
  }

  /** Aborts all calls, and ends what the client is told of. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#stopTelling?.();
    this.#openSubscriptions?.close();
    this.#requests.close();
    await this.#openFallback?.close();
  }

  get #subscriptions(): Subscriptions {
    this.#openSubscriptions ??= this.#engine.createSubscriptions(this.#options.subscriber);
    return this.#openSubscriptions;
  }

  get #fallback(): Fallback<From> {
    const { send, connect, session } = this.#options;
    this.#openFallback ??= new Fallback({ send, connect, session, report: this.report, said: () => this.#said() });
    return this.#openFallback;
  }

  #receiveRequest(message: RequestMessage, origin: From | undefined): PreparedAnswer | undefined {
    const { id, method: name, params } = message;
    const method = methodOf(this.#engine.methods.legacy, name) ?? this.#ownMethod(name);
    if (method === undefined || !isPlain(params)) {
      void this.#fallback.deliver(message, origin);
      return undefined;
    }
    const request = new LaneRequest(message, this.#options.ids.clientIdOf(id), this, origin);
    return this.#requests.answer(id, request, answerRequest(message, method, request, this));
  }

  #receiveNotification(message: NotificationMessage, origin: From | undefined): void {
    if (message.method === "notifications/initialized") this.#tellOfChanges();
    else if (message.method === "notifications/roots/list_changed") this.#tellOfRoots();
    else if (!this.#requests.cancel(message)) void this.#openFallback?.deliver(message, origin);
  }

  /** From now on: a legacy client expects no notifications before it has sent `notifications/initialized`. */
  #tellOfChanges(): void {
    if (!this.#options.lasts) return;
    const { changes } = this.#engine;
    this.#stopTelling ??= tellOfChanges((told) => this.notify(told), changes, this.#subscriptions);
  }

  /** The lane alone does it, so that instances are told once. */
  #tellOfRoots(): void {
    const { session } = this;
    if (session === undefined || this.#client.capabilities.roots === undefined) return;
    this.#engine.lives?.tellOfRoots((question) => this.#fallback.ask(question, new AbortController().signal), session);
  }

  /** A method of this connection. Those that all clients share are the engine's. */
  #ownMethod(name: string): Method | undefined {
    switch (name) {
      case "initialize":
        return { check: checkInitialize, answer: (params: InitializeParams) => this.#begin(params) };
      case "ping":
        return { check: () => undefined, answer: () => ({}) };
      case "logging/setLevel":
        return { check: checkSetLevel, answer: (params: SetLevelParams) => this.#setLevel(params) };
      default:
        return this.#options.lasts && "resources/read" in this.#engine.methods.legacy
          ? methodOf(subscriptionMethods(this.#subscriptions), name)
          : undefined;
    }
  }

  #begin(params: InitializeParams): object {
    const { protocolVersion: wanted, capabilities, clientInfo } = params;
    this.#revision = LEGACY_REVISIONS.includes(wanted) ? wanted : LEGACY_REVISIONS[0];
    this.#client = toClient(clientInfo, capabilities);
    this.#initialize = params;
    this.#options.onRevision(this.#revision);
    void this.#openFallback?.deliver(replayed("initialize", params));
    return greet(this.#engine, this.#revision, this.#options.lasts);
  }

  #setLevel({ level }: SetLevelParams): object {
    this.#logLevel = level;
    void this.#openFallback?.deliver(replayed("logging/setLevel", { level }));
    return {};
  }

  /**
   * What the SDK must know of what the client has said: at least that it is a legacy client. The lane alone tells the client
   * of changes.
   */
  #said(): readonly RequestMessage[] {
    return [
      this.#initialize === undefined ? replayed("ping", {}) : replayed("initialize", this.#initialize),
      ...(this.#logLevel === undefined ? [] : [replayed("logging/setLevel", { level: this.#logLevel })]),
    ];
  }
}

interface InitializeParams extends Params {
  readonly protocolVersion: string;
  readonly capabilities: object;
  readonly clientInfo: object;
}

interface SetLevelParams extends Params {
  readonly level: LogLevel;
}

const checkSetLevel = checkParams("logging/setLevel", { level: { enum: LEVELS } }, ["level"]);

function methodOf(methods: Methods, name: string): Method | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined;
}

/** Whether the SDK has nothing to say about the params. */
function isPlain(params: Params | undefined): boolean {
  return params === undefined || (params.task === undefined && hasPlainAnswers(params));
}
