import type { Session } from "../context.js";
import type { Engine } from "../engine/create-engine.js";
import { OpenSubscriptions } from "../engine/open-subscriptions.js";
import { LEGACY_REVISIONS } from "../revisions/error-codes.js";
import { isRequest } from "../wire/is-request.js";
import type { Message, NotificationMessage, Params, RequestId, RequestMessage } from "../wire/message.js";
import type { ClientIds } from "../wire/request-ledger.js";
import type { PreparedAnswer } from "../wire/serialize.js";
import { type ConnectSdk, Fallback, replayed, type Send } from "./fallback.js";
import type { Origin } from "./lane-request.js";
import { LegacyLane } from "./legacy-lane.js";
import { type ModernClient, ModernLane } from "./modern-lane.js";
import { OpenRequests } from "./open-requests.js";
import { claimsModern, readEnvelope } from "./read-envelope.js";

/** Options of a {@link ConnectionLane}. */
export interface ConnectionLaneOptions {
  readonly send: Send;
  readonly ids: ClientIds;
  /** Is told the revision that a legacy client negotiates. */
  readonly onRevision: (revision: string) => void;
  /** Receives what a client does wrong before it has said which era it speaks. */
  readonly onIgnored: (message: string) => void;
  /** Whether the lane is used. Otherwise, the SDK gets every message. */
  readonly isOn: boolean;
  readonly connect: ConnectSdk<Origin>;
}

/**
 * Answers one client over a lasting connection without the SDK. The client's first messages decide its era, as they do
 * in the SDK: `server/discover` leaves it open.
 */
export class ConnectionLane implements ModernClient {
  readonly isConnected = true;
  readonly #engine: Engine;
  readonly #options: ConnectionLaneOptions;
  readonly #requests: OpenRequests;
  readonly #subscriptions: OpenSubscriptions;
  #openFallback: Fallback | undefined;
  #legacy: LegacyLane | undefined;
  #modern: ModernLane | undefined;
  /** The params of the request that has decided for the modern era. */
  #decidedBy: Params | undefined;
  /** The params of a `server/discover` before that, which has been answered. */
  #discovered: Params | undefined;
  #session: Session | undefined;
  /** Whether the SDK has to decide, because the lane is off or the client's first messages are unusual. */
  #isUndecidable = false;

  constructor(engine: Engine, options: ConnectionLaneOptions) {
    this.#engine = engine;
    this.#options = options;
    const { send } = options;
    this.#requests = new OpenRequests(send, engine.report);
    this.#subscriptions = new OpenSubscriptions(engine, send);
  }

  /** Takes a message of the client. Requests have our own ids. Returns an answer that is there at once; sends all others. */
  receive(message: Message): PreparedAnswer | undefined {
    if (this.#legacy !== undefined) return this.#legacy.receive(message);
    if (this.#decidedBy !== undefined) return this.#receiveModern(message);
    if (!this.#isUndecidable) return this.#decide(message);
    void this.#fallback.deliver(message);
    return undefined;
  }

  /** Sends a notification on the stream of a modern client's request. */
  async notify({ method, params }: Pick<NotificationMessage, "method" | "params">, related: RequestId): Promise<void> {
    await this.#options.send({ jsonrpc: "2.0", method, params }, { relatedRequestId: related });
  }

  /** Ends the subscriptions, and notifies the client. Its answers may still be on their way. */
  async end(): Promise<void> {
    await this.#subscriptions.end();
    await this.#legacy?.close();
    await this.#openFallback?.close();
  }

  /** Aborts all calls of a client that has disconnected. */
  close(): void {
    this.#requests.close();
    this.#subscriptions.close();
    void this.#legacy?.close();
  }

  get #fallback(): Fallback {
    const { send, connect } = this.#options;
    const { report } = this.#engine;
    this.#openFallback ??= new Fallback({
      ...{ send, connect, report },
      session: this.#toSession,
      said: () => this.#said(),
    });
    return this.#openFallback;
  }

  /** The connection is the session of a legacy client. */
  readonly #toSession = (): Session => {
    this.#session ??= { id: crypto.randomUUID() };
    return this.#session;
  };

  #decide(message: Message): PreparedAnswer | undefined {
    if (!("method" in message)) {
      this.#options.onIgnored("Ignored a response that came before initialize.");
      return undefined;
    }
    if (!this.#options.isOn) this.#isUndecidable = true;
    else if (!claimsModern(message.params)) {
      this.#legacy = new LegacyLane(this.#engine, {
        ...this.#options,
        ...{ revision: LEGACY_REVISIONS[0], lasts: true, isConnected: true, session: this.#toSession },
      });
    } else if (!isRequest(message) || readEnvelope(message.params) === undefined) {
      this.#isUndecidable = true;
    } else if (message.method === "server/discover") {
      this.#discovered = message.params;
      return this.#receiveModern(message);
    } else {
      this.#decidedBy = message.params;
    }
    return this.receive(message);
  }

  #receiveModern(message: Message): PreparedAnswer | undefined {
    if (isRequest(message)) return this.#answerModern(message);
    if (!("method" in message)) void this.#fallback.deliver(message);
    else if (!this.#requests.cancel(message) && !this.#subscriptions.cancel(message)) {
      void this.#openFallback?.deliver(message);
    }
    return undefined;
  }

  #answerModern(message: RequestMessage): PreparedAnswer | undefined {
    const { id, method, params } = message;
    const { ids } = this.#options;
    if (method === "subscriptions/listen" && readEnvelope(params) !== undefined) {
      void this.#subscriptions.listen(message);
      return undefined;
    }
    this.#modern ??= new ModernLane(this.#engine);
    const opened = this.#modern.open(message, ids.clientIdOf(id), this);
    if (opened !== undefined) return this.#requests.answer(id, opened.request, opened.answer());
    if (this.#decidedBy === undefined) this.#isUndecidable = true;
    void this.#fallback.deliver(message);
    return undefined;
  }

  /** What makes the SDK's side decide as this has: any request for the modern era, or `server/discover` for none yet. */
  #said(): readonly RequestMessage[] {
    if (this.#decidedBy !== undefined) return [replayed("tools/list", { _meta: this.#decidedBy._meta })];
    return this.#discovered === undefined ? [] : [replayed("server/discover", this.#discovered)];
  }
}
