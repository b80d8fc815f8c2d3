import { type Request, Server, type ServerContext, specTypeSchemas } from "@modelcontextprotocol/server";

type Handler = (request: Request, context: ServerContext) => unknown;

/**
 * The SDK's server, answering params that are not those of the method with -32602. By itself the SDK takes them for a
 * failure of ours, and tells the client what its validator says.
 */
export const ParamsCheckingServer: typeof Server = class extends Server {
  // The SDK's own handlers come here too, from its constructor.
  override setRequestHandler(method: string, ...rest: readonly unknown[]): void {
    const register = super.setRequestHandler.bind(this) as (method: string, ...rest: readonly unknown[]) => void;
    const name = PARAMS[method];
    const [handler] = rest;
    if (name === undefined || typeof handler !== "function") {
      register(method, ...rest);
      return;
    }
    register(method, { params: specTypeSchemas[name] }, (params: Record<string, unknown>, context: ServerContext) =>
      (handler as Handler)({ method, params }, context),
    );
  }
};

/** The type of each method's params. The SDK checks those of `tools/call`; all others have schemas of our own. */
const PARAMS: Readonly<Record<string, keyof typeof specTypeSchemas>> = {
  initialize: "InitializeRequestParams",
  "logging/setLevel": "SetLevelRequestParams",
  "prompts/get": "GetPromptRequestParams",
  "resources/read": "ReadResourceRequestParams",
};
