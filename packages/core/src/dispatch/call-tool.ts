import type { Context } from "../context.js";
import type { Arguments, Registry } from "../registry/registry.js";
import { collectYields } from "../result/collect-yields.js";
import { type ToolResult, text } from "../result/content.js";
import { toToolResult } from "../result/to-tool-result.js";
import { formatIssues } from "../validation/format-issues.js";
import { ArgumentFailure } from "./argument-failure.js";
import { maskError } from "./mask-error.js";
import { ProtocolFault } from "./protocol-fault.js";

/**
 * Calls a tool: checks the arguments, passes each to the parameter of its name, and converts the result. What goes
 * wrong in the call is a result with `isError`, so that the model can correct itself.
 *
 * @throws ProtocolFault when there is no such tool
 */
export async function callTool(
  registry: Registry,
  name: string,
  args: Arguments,
  context: Context,
): Promise<ToolResult> {
  const tool = registry.tools.get(name);
  if (!tool) throw new ProtocolFault("invalid-params", `Unknown tool: ${name}`);
  try {
    const issues = await tool.input.validate(args);
    if (issues.length > 0) {
      return new ArgumentFailure(`Invalid arguments for tool ${name}:\n${formatIssues(issues, "arguments")}`);
    }
    const value = await collectYields(await tool.call(tool.input.decode(args), context), context);
    return await toToolResult(value, tool);
  } catch (error) {
    // Nobody reads the answer, and stopping is what the method was asked to do.
    if (context.signal.aborted) return failure("Cancelled.");
    return failure(maskError(error, `tool "${name}"`, registry));
  }
}

function failure(message: string): ToolResult {
  return { isError: true, content: [text(message)] };
}
