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
import { LEVELS } from "../call/create-log.js";
import { checkParams, TEXT } from "../methods/check-params.js";
import type { Method, Methods } from "../methods/method.js";
import type { Report } from "../reporting/create-report.js";
import type { ClientIds } from "../wire/request-ledger.js";
import { ProjectingTransport } from "./projecting-transport.js";
import { SdkRequest } from "./sdk-request.js";
import { toProtocolError } from "./to-protocol-error.js";

const LATEST_LEGACY_REVISION = "2025-11-25";
const CALL = "tools/call";

/** What a server of the SDK's is made for. */
export interface EngineServerOptions {
  readonly info: Implementation;
  readonly sdk: ServerOptions;
  /** What the server answers, beside what the SDK answers itself. */
  readonly methods: Methods;
  readonly report: Report;
  readonly context: McpRequestContext;
  /** What the client calls its requests, where they have ids of ours. */
  readonly ids: ClientIds | undefined;
}

/** The SDK's server: it answers by our methods, and speaks each client's own revision of the protocol. */
export class EngineServer extends Server {
  readonly #options: EngineServerOptions;

  constructor(options: EngineServerOptions) {
    super(options.info, options.sdk);
    this.#options = options;
    for (const [name, method] of Object.entries(options.methods)) this.bind(name, method);
  }

  /** Answers a method. */
  bind(name: string, method: Method): void {
    this.setRequestHandler(name, { params: AS_IT_IS }, (params: object, context: ServerContext) =>
      this.#translate(async () => {
        // Those of a tool's call have been checked, before the SDK could.
        if (name !== CALL) await method.check(params);
        return (await method.answer(withAnswers(params, context), new SdkRequest(this, context))) as Result;
      }),
    );
  }

  /** What the client calls a request. */
  clientIdOf(id: RequestId): RequestId {
    return this.#options.ids?.clientIdOf(id) ?? id;
  }

  /** The revision that this client understands: negotiated, or else what its request says. */
  get revision(): string {
    const { requestInfo } = this.#options.context;
    const negotiated = this.getNegotiatedProtocolVersion();
    if (negotiated !== undefined) return negotiated;
    if (requestInfo === undefined) return LATEST_LEGACY_REVISION;
    return requestInfo.headers.get("mcp-protocol-version") ?? DEFAULT_NEGOTIATED_PROTOCOL_VERSION;
  }

  get isModern(): boolean {
    return this.#options.context.era === "modern";
  }

  // The SDK's own handlers come here too, from its constructor. It tells what its validator says of their params.
  override setRequestHandler(method: string, ...rest: readonly unknown[]): void {
    const register = super.setRequestHandler.bind(this) as (method: string, ...rest: readonly unknown[]) => void;
    const check = CHECKS[method];
    const [handler] = rest;
    if (check === undefined || typeof handler !== "function") {
      register(method, ...rest);
      return;
    }
    register(method, { params: AS_IT_IS }, async (params: object, context: ServerContext) => {
      await this.#translate(async () => check(params));
      return handler({ method, params }, context);
    });
  }

  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const answer = super._wrapHandler(method, handler);
    if (method !== CALL) return answer;
    return async (request, context) => {
      await this.#translate(async () => this.#options.methods[CALL]?.check(request.params ?? {}));
      const { content, ...result } = await answer(request, context);
      // To the SDK every result of a tool has content, but a task has none.
      return result.resultType === "task" ? result : { content, ...result };
    };
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

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/** The params that the SDK's own handlers take. */
const CHECKS: Readonly<Record<string, (params: unknown) => Promise<void>>> = {
  initialize: checkParams(
    "initialize",
    {
      protocolVersion: TEXT,
      capabilities: { type: "object" },
      clientInfo: { type: "object", properties: { name: TEXT, version: TEXT }, required: ["name", "version"] },
    },
    ["protocolVersion", "capabilities", "clientInfo"],
  ),
  "logging/setLevel": checkParams("logging/setLevel", { level: { enum: LEVELS } }, ["level"]),
};

/** Our methods check their params themselves. */
const AS_IT_IS: StandardSchemaV1<unknown, object> = {
  "~standard": { version: 1, vendor: "plainmcp", validate: (params) => ({ value: params as object }) },
};

/** The params with what the client has answered, which the SDK takes out of them. */
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
