import {
  DEFAULT_NEGOTIATED_PROTOCOL_VERSION,
  type Implementation,
  type JSONRPCRequest,
  type McpRequestContext,
  type RequestId,
  type Result,
  Server,
  type ServerContext,
  type ServerOptions,
  type StandardSchemaV1,
  type Transport,
} from "@modelcontextprotocol/server";
import type { QuestionRequest } from "../ask/question.js";
import { LEVELS } from "../call/create-log.js";
import type { Session } from "../context.js";
import type { Engine } from "../engine/create-engine.js";
import { checkInitialize } from "../methods/check-initialize.js";
import { checkParams } from "../methods/check-params.js";
import type { Method, Methods } from "../methods/method.js";
import type { Report } from "../reporting/create-report.js";
import { SERVER_INFO_META_KEY } from "../wire/meta-keys.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { ProjectingTransport } from "./projecting-transport.js";
import { SdkRequest } from "./sdk-request.js";
import { sendQuestion } from "./send-question.js";
import { toProtocolError } from "./to-protocol-error.js";

const LATEST_LEGACY_REVISION = "2025-11-25";
const CALL = "tools/call";

/** Options of an {@link EngineServer}. */
export interface EngineServerOptions {
  readonly info: Engine["info"];
  readonly sdk: ServerOptions;
  /** The methods that the server answers, besides those that the SDK answers itself. */
  readonly methods: Methods;
  readonly report: Report;
  readonly context: McpRequestContext;
  /** The client's own ids of its requests, if the transport replaced them. */
  readonly ids: ClientIds | undefined;
  /** The session of a legacy client, if it has one. */
  readonly session?: (() => Session | undefined) | undefined;
}

/** An SDK server that answers with our methods, in the client's protocol revision. */
export class EngineServer extends Server {
  readonly #options: EngineServerOptions;

  constructor(options: EngineServerOptions) {
    super(infoFor(options), options.sdk);
    this.#options = options;
    for (const [name, method] of Object.entries(options.methods)) this.bind(name, method);
  }

  /** Binds a method to its handler. */
  bind(name: string, method: Method): void {
    this.setRequestHandler(name, { params: ACCEPT_ALL }, (params: object, context: ServerContext) =>
      this.#translate(async () => {
        const complete = withAnswers(params, context);
        // The params of `tools/call` are already checked, before the SDK checks them.
        if (name !== CALL) await method.check(complete);
        return (await method.answer(complete, new SdkRequest(this, context))) as Result;
      }),
    );
  }

  /** The client's own id of a request. */
  clientIdOf(id: RequestId): RequestId {
    return this.#options.ids?.clientIdOf(id) ?? id;
  }

  /** The client's revision: the negotiated one, or the one that its request names. */
  get revision(): string {
    const { requestInfo } = this.#options.context;
    const negotiated = this.getNegotiatedProtocolVersion();
    if (negotiated !== undefined) return negotiated;
    if (requestInfo === undefined) return LATEST_LEGACY_REVISION;
    return requestInfo.headers.get("mcp-protocol-version") ?? DEFAULT_NEGOTIATED_PROTOCOL_VERSION;
  }

  /** The session of a legacy client, if it has one. */
  get session(): Session | undefined {
    return this.isModern ? undefined : this.#options.session?.();
  }

  get isModern(): boolean {
    return this.#options.context.era === "modern";
  }

  // The SDK's constructor registers its own handlers here, too. Its messages about their params are replaced by ours.
  override setRequestHandler(method: string, ...rest: readonly unknown[]): void {
    const register = super.setRequestHandler.bind(this) as (method: string, ...rest: readonly unknown[]) => void;
    const check = CHECKS[method];
    const [handler] = rest;
    if (check === undefined || typeof handler !== "function") {
      register(method, ...rest);
      return;
    }
    register(method, { params: ACCEPT_ALL }, async (params: object, context: ServerContext) => {
      await this.#translate(async () => check(params));
      return handler({ method, params }, context);
    });
  }

  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const answer = super._wrapHandler(method, handler);
    if (method === "server/discover") {
      return async (request, context) => {
        const result = await answer(request, context);
        const info = this.#options.info as Implementation;
        return { ...result, _meta: { ...result._meta, [SERVER_INFO_META_KEY]: info } };
      };
    }
    if (method !== CALL) return answer;
    return async (request, context) => {
      await this.#translate(async () => this.#options.methods[CALL]?.check(request.params ?? {}));
      const { content, ...result } = await answer(request, context);
      // The SDK requires content in every tool result, but a task has none.
      return result.resultType === "task" ? result : { content, ...result };
    };
  }

  /**
   * Asks the client, and waits for the answer.
   *
   * @param relatedRequestId The request on whose stream the question goes out. @default none
   * @throws ToolError when the client refuses to answer, takes too long, or sends an invalid answer
   */
  ask(question: QuestionRequest, signal: AbortSignal, relatedRequestId?: RequestId): Promise<unknown> {
    return sendQuestion(
      (request, options) =>
        this.request(request, { ...options, ...(relatedRequestId !== undefined && { relatedRequestId }) }),
      question,
      signal,
    );
  }

  override async connect(transport: Transport): Promise<void> {
    await super.connect(this.isModern ? transport : new ProjectingTransport(transport, () => this.revision));
  }

  async #translate<T>(answer: () => Promise<T>): Promise<T> {
    try {
      return await answer();
    } catch (error) {
      throw toProtocolError(error, this.#options.report);
    }
  }
}

/** What the SDK says about the server in each result. Only `server/discover` shows the icons, which may be long. */
function infoFor({ info, context }: EngineServerOptions): Implementation {
  const { icons: _, ...brief } = info;
  return (context.era === "modern" ? brief : info) as Implementation;
}

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/** Checks for the params of the SDK's own handlers. */
const CHECKS: Readonly<Record<string, Method["check"]>> = {
  initialize: checkInitialize,
  "logging/setLevel": checkParams("logging/setLevel", { level: { enum: LEVELS } }, ["level"]),
};

/** Accepts everything, because our methods check their params themselves. */
const ACCEPT_ALL: StandardSchemaV1<unknown, object> = {
  "~standard": { version: 1, vendor: "plainmcp", validate: (params) => ({ value: params as object }) },
};

/** Puts the client's answers back into the params: the SDK removes them. */
function withAnswers(params: object, { mcpReq }: ServerContext): object {
  const { inputResponses } = mcpReq;
  const requestState = mcpReq.requestState<string>();
  if (inputResponses === undefined && requestState === undefined) return params;
  return {
    ...params,
    ...(inputResponses !== undefined && { inputResponses }),
    ...(requestState !== undefined && { requestState }),
  };
}
