import { InputRequired } from "../ask/input-required.js";
import { isMissingCapabilityError } from "../ask/missing-capability-error.js";
import { requireCapabilities } from "../ask/require-capabilities.js";
import type { Arguments, Registry } from "../registry/registry.js";
import { type ToolResult, text } from "../result/content.js";
import { readToEnd } from "../result/read-to-end.js";
import { toToolResult } from "../result/to-tool-result.js";
import { isToolError } from "../tool-error.js";
import { formatIssues } from "../validation/format-issues.js";
import { ArgumentFailure } from "./argument-failure.js";
import type { Invocation } from "./invocation.js";
import { maskError } from "./mask-error.js";
import { MaskedFailure } from "./masked-failure.js";
import { ProtocolFault } from "./protocol-fault.js";
import { whyAborted } from "./shutdown-error.js";

/**
 * Calls a tool: checks the arguments, passes each to the parameter of its name, and converts the result. What goes
 * wrong in the call is a result with `isError`, so that the model can correct itself.
 *
 * @throws ProtocolFault when there is no such tool
 * @throws InputRequired when the client has to answer something first
 * @throws MissingCapabilityError in the modern era, which has an error for it
 */
export async function callTool(
  registry: Registry,
  name: string,
  args: Arguments,
  invocation: Invocation,
): Promise<ToolResult> {
  const tool = registry.tools.get(name);
  if (!tool) throw new ProtocolFault("invalid-params", `Unknown tool: ${name}`);
  const { context } = invocation;
  const source = `tool "${name}"`;
  try {
    requireCapabilities(tool.requires ?? [], context.client.capabilities);
    const issues = await tool.input.validate(args);
    if (issues.length > 0) {
      return new ArgumentFailure(`Invalid arguments for tool ${name}:\n${formatIssues(issues, "arguments")}`);
    }
    // Cancelled so soon that the method would never hear of it.
    if (invocation.isAborted) context.signal.throwIfAborted();
    const decoded = tool.input.decode(args);
    const call = async () => readToEnd(await tool.call(decoded, context), tool.reading ?? "any", context);
    return await toToolResult(await invocation.run(tool, source, call), tool);
  } catch (error) {
    if (error instanceof InputRequired) throw error;
    if (isMissingCapabilityError(error) && context.era === "modern") throw error;
    // Stopping is what the method was asked to do.
    if (invocation.isAborted && !isToolError(error)) return failure(whyAborted(invocation));
    return isToolError(error) ? failure(error.message) : new MaskedFailure(maskError(error, source, registry));
  }
}

function failure(message: string): ToolResult {
  return { isError: true, content: [text(message)] };
}
