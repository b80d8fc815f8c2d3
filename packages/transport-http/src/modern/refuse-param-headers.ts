import { type Engine, MODERN_REVISION, requestIdOf } from "@plainmcp/core/internal/engine";
import { errorResponse } from "../responses/error-response.js";
import { findParamHeaderProblem } from "./find-param-header-problem.js";

interface ToolCall {
  readonly method?: string;
  readonly params?: { readonly name?: unknown; readonly arguments?: unknown };
}

/** Refuses a modern tool call whose `Mcp-Param-*` headers do not match its arguments. */
export function refuseParamHeaders(
  { headers }: Request,
  body: unknown,
  inputSchemaOf: Engine["inputSchemaOf"],
): Response | undefined {
  const { method, params } = body as ToolCall;
  // Other mistakes in the headers take precedence, and the SDK reports them.
  if (method !== "tools/call" || headers.get("mcp-protocol-version") !== MODERN_REVISION) return undefined;
  const schema = typeof params?.name === "string" ? inputSchemaOf(params.name) : undefined;
  const problem = schema && findParamHeaderProblem(schema, params?.arguments, headers);
  return problem ? errorResponse(400, "header-mismatch", problem, { id: requestIdOf(body) }) : undefined;
}
