import {
  DEFAULT_NEGOTIATED_PROTOCOL_VERSION,
  type Implementation,
  type JSONRPCRequest,
  type McpRequestContext,
  type RequestId,
  type Result,
  type ServerContext,
  type ServerOptions,
  type Transport,
} from "@modelcontextprotocol/server";
import { checkCallParams, ParamsCheckingServer } from "./params-checking-server.js";
import { ProjectingTransport } from "./projection/projecting-transport.js";
import type { ClientIds } from "./request-ledger.js";

const LATEST_LEGACY_REVISION = "2025-11-25";

/** The SDK's server, speaking each client's own revision of the protocol. */
export class EraServer extends ParamsCheckingServer {
  readonly #context: McpRequestContext;
  readonly #ids: ClientIds | undefined;

  /** @param ids What the client calls its requests, where they have ids of ours */
  constructor(info: Implementation, options: ServerOptions, context: McpRequestContext, ids?: ClientIds) {
    super(info, options);
    this.#context = context;
    this.#ids = ids;
  }

  /** What the client calls a request. */
  clientIdOf(id: RequestId): RequestId {
    return this.#ids?.clientIdOf(id) ?? id;
  }

  /** The revision that this client understands: negotiated, or else what its request says. */
  get revision(): string {
    const { requestInfo } = this.#context;
    const negotiated = this.getNegotiatedProtocolVersion();
    if (negotiated !== undefined) return negotiated;
    if (requestInfo === undefined) return LATEST_LEGACY_REVISION;
    return requestInfo.headers.get("mcp-protocol-version") ?? DEFAULT_NEGOTIATED_PROTOCOL_VERSION;
  }

  protected override _wrapHandler(method: string, handler: Handler): Handler {
    const answer = super._wrapHandler(method, handler);
    if (method !== "tools/call") return answer;
    return async (request, context) => {
      await checkCallParams(request.params);
      const { content, ...result } = await answer(request, context);
      // To the SDK every result of a tool has content, but a task is none.
      return result.resultType === "task" ? result : { content, ...result };
    };
  }

  override async connect(transport: Transport): Promise<void> {
    const legacy = this.#context.era === "legacy";
    await super.connect(legacy ? new ProjectingTransport(transport, () => this.revision) : transport);
  }
}

type Handler = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;
