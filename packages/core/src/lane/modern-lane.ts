import type { Engine } from "../engine/create-engine.js";
import type { Method } from "../methods/method.js";
import { toCacheHint } from "../methods/to-cache-hint.js";
import type { Awaitable } from "../promises/awaitable.js";
import { MODERN_REVISION } from "../revisions/error-codes.js";
import { isObject } from "../values/is-object.js";
import type { Params, RequestId, RequestMessage, ResponseMessage } from "../wire/message.js";
import { answerRequest } from "./answer-request.js";
import { type Carrier, LaneRequest } from "./lane-request.js";
import { isPrepared, PreparedResults } from "./prepared-results.js";
import { readEnvelope } from "./read-envelope.js";
import { createStamp } from "./stamp-result.js";

/** A request that the lane answers. */
export interface OpenedRequest {
  /** Aborts the call. */
  abort(reason: unknown): void;
  answer(): Awaitable<ResponseMessage>;
}

/** Answers the requests of modern clients without the SDK. */
export class ModernLane {
  readonly #engine: Engine;
  readonly #methods: ReadonlyMap<string, Method>;
  readonly #stamp: ReturnType<typeof createStamp>;
  readonly #prepared = new PreparedResults();

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#methods = new Map([...Object.entries(engine.methods.modern), ["server/discover", discoverMethod(engine)]]);
    this.#stamp = createStamp(engine.info, toCacheHint(engine.cache));
  }

  /**
   * Opens a request. Returns `undefined` if it is anything but an ordinary request of a known method.
   *
   * @param id The client's own id of the request
   */
  open(message: RequestMessage, id: RequestId, carrier: Carrier): OpenedRequest | undefined {
    const { method: name, params } = message;
    const method = this.#methods.get(name);
    const envelope = method && readEnvelope(params);
    if (method === undefined || envelope === undefined || !hasPlainAnswers(params)) return undefined;
    const { client, logLevel = "none" } = envelope;
    const revision = MODERN_REVISION;
    const request = new LaneRequest({ id, params, revision, client, logLevel: () => logLevel, carrier });
    const project = (result: object): object => {
      const stamp = () => this.#stamp(name, result);
      return isPrepared(name) ? this.#prepared.get(result, revision, stamp) : stamp();
    };
    return {
      abort: (reason) => request.abort(reason),
      answer: () => answerRequest(message, { method, request, report: this.#engine.report, project }),
    };
  }
}

/** Whether the answers to questions that a request brings have the protocol's types. */
function hasPlainAnswers({ requestState, inputResponses }: Params = {}): boolean {
  if (requestState !== undefined && typeof requestState !== "string") return false;
  return inputResponses === undefined || isObject(inputResponses);
}

/** `server/discover`. */
function discoverMethod(engine: Engine): Method {
  const { instructions } = engine;
  const capabilities = engine.capabilities({ era: "modern", hearChanges: true });
  const result = { supportedVersions: [MODERN_REVISION], capabilities, ...(instructions && { instructions }) };
  return { check: () => undefined, answer: () => result };
}
