import {
  type CallToolResult,
  isInputRequiredResult,
  ProtocolError,
  ProtocolErrorCode,
} from "@modelcontextprotocol/server";
import { ArgumentFailure } from "../dispatch/argument-failure.js";
import { callTool } from "../dispatch/call-tool.js";
import type { Registry } from "../registry/registry.js";
import type { Answer } from "./create-answer.js";
import type { EraServer } from "./era-server.js";

/** Has the server answer `tools/call`. */
export function serveTools(server: EraServer, registry: Registry, answer: Answer): void {
  server.setRequestHandler("tools/call", async ({ params }, request) => {
    const { name, arguments: args = {} } = params;
    const result = await answer(request, params, (invocation) => callTool(registry, name, args, invocation));
    if (isInputRequiredResult(result)) return result;
    refuseArguments(result, server.revision);
    const outputSchema = registry.declared.tools.get(name)?.definition.outputSchema;
    return server.projectCallToolResult(result as CallToolResult, outputSchema);
  });
}

/** @throws ProtocolError for invalid arguments, which were no tool result before 2025-11-25 */
function refuseArguments(result: unknown, revision: string): void {
  if (!(result instanceof ArgumentFailure) || revision >= "2025-11-25") return;
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, result.content[0].text);
}
