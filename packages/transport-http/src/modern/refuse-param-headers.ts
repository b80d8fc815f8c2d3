import { type Engine, ErrorCode, requestIdOf } from "@plainmcp/core/engine";
import { errorResponse } from "../error-response.js";
import { findParamHeaderProblem } from "./find-param-header-problem.js";

/** The one revision that has these headers. */
const REVISION = "2026-07-28";

interface ToolCall {
  readonly method?: string;
  readonly params?: { readonly name?: unknown; readonly arguments?: unknown };
}

/** The response to a modern tool call whose `Mcp-Param-*` headers are not what its arguments say. */
export function refuseParamHeaders(
  { headers }: Request,
  body: unknown,
  inputSchemaOf: Engine["inputSchemaOf"],
): Response | undefined {
  const { method, params } = body as ToolCall;
  // Whatever else is wrong with the headers comes first, and the SDK tells it.
  if (method !== "tools/call" || headers.get("mcp-protocol-version") !== REVISION) return undefined;
  const schema = typeof params?.name === "string" ? inputSchemaOf(params.name) : undefined;
  const problem = schema && findParamHeaderProblem(schema, params?.arguments, headers);
  return problem ? errorResponse(400, ErrorCode.headerMismatch, problem, { id: requestIdOf(body) }) : undefined;
}
