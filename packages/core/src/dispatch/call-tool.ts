import type { Tool } from "../primitives/primitive.js";
import { toToolResult } from "../result/to-tool-result.js";
import type { Run } from "./call.js";
import { runMethod } from "./run-method.js";

/** Calls the method of a tool. */
export function callTool(tool: Tool): Run {
  return (call) => runMethod(tool, call, (value) => toToolResult(value, tool));
}
