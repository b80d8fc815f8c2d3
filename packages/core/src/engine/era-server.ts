import {
  type Implementation,
  type McpRequestContext,
  Server,
  type ServerOptions,
  type Transport,
} from "@modelcontextprotocol/server";
import { ProjectingTransport } from "./projection/projecting-transport.js";

/** The revision of a request over HTTP that names none. */
const UNNAMED_REVISION = "2025-03-26";
const LATEST_LEGACY_REVISION = "2025-11-25";

/** The SDK's server, speaking each client's own revision of the protocol. */
export class EraServer extends Server {
  readonly #context: McpRequestContext;

  constructor(info: Implementation, options: ServerOptions, context: McpRequestContext) {
    super(info, options);
    this.#context = context;
  }

  /** The revision that this client understands: negotiated, or else what its request says. */
  get revision(): string {
    const { requestInfo } = this.#context;
    const negotiated = this.getNegotiatedProtocolVersion();
    if (negotiated !== undefined) return negotiated;
    if (requestInfo === undefined) return LATEST_LEGACY_REVISION;
    return requestInfo.headers.get("mcp-protocol-version") ?? UNNAMED_REVISION;
  }

  override async connect(transport: Transport): Promise<void> {
    const legacy = this.#context.era === "legacy";
    await super.connect(legacy ? new ProjectingTransport(transport, () => this.revision) : transport);
  }
}
