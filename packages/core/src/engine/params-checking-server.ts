import {
  ProtocolError,
  ProtocolErrorCode,
  type Request,
  Server,
  type ServerContext,
  type StandardSchemaV1,
} from "@modelcontextprotocol/server";
import { LEVELS } from "./create-log.js";
import { paramsSchema } from "./params-schema.js";

type Handler = (request: Request, context: ServerContext) => unknown;

/**
 * The SDK's server, answering params that are not those of the method with -32602 and in our words. By itself the SDK takes
 * some for a failure of ours, and tells the client what its validator says.
 */
export const ParamsCheckingServer: typeof Server = class extends Server {
  // The SDK's own handlers come here too, from its constructor.
  override setRequestHandler(method: string, ...rest: readonly unknown[]): void {
    const register = super.setRequestHandler.bind(this) as (method: string, ...rest: readonly unknown[]) => void;
    const params = PARAMS[method];
    const [handler] = rest;
    if (params === undefined || typeof handler !== "function") {
      register(method, ...rest);
      return;
    }
    register(method, { params }, (params: Record<string, unknown>, context: ServerContext) =>
      (handler as Handler)({ method, params }, context),
    );
  }
};

const TEXT = { type: "string" };

/** The params of each method. Those of `tools/call` are {@link checkCallParams}; all others have theirs beside their handlers. */
const PARAMS: Readonly<Record<string, StandardSchemaV1<unknown, object>>> = {
  initialize: paramsSchema(
    {
      protocolVersion: TEXT,
      capabilities: { type: "object" },
      clientInfo: { type: "object", properties: { name: TEXT, version: TEXT }, required: ["name", "version"] },
    },
    ["protocolVersion", "capabilities", "clientInfo"],
  ),
  "logging/setLevel": paramsSchema({ level: { enum: LEVELS } }, ["level"]),
  "prompts/get": paramsSchema({ name: TEXT, arguments: { type: "object", additionalProperties: TEXT } }, ["name"]),
  "resources/read": paramsSchema({ uri: TEXT }, ["uri"]),
};

const CALL = paramsSchema({ name: TEXT, arguments: { type: "object" } }, ["name"]);

/**
 * Checks the params of `tools/call`, whose handler the SDK wraps in a check of its own.
 *
 * @throws ProtocolError
 */
export async function checkCallParams(params: unknown): Promise<void> {
  const { issues } = await CALL["~standard"].validate(params);
  if (issues === undefined) return;
  const problems = issues.map(({ message }) => message).join("\n");
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Invalid params for tools/call: ${problems}`);
}
