import type { Registry } from "../registry/registry.js";
import { readToEnd } from "../result/read-to-end.js";
import { toPromptResult, type WirePrompt } from "../result/to-prompt-messages.js";
import type { Invocation } from "./invocation.js";
import { ProtocolFault, refuseIssues, toFault } from "./protocol-fault.js";

/**
 * Fills in a prompt.
 *
 * @throws ProtocolFault when there is no such prompt, its arguments are wrong, or the method failed
 * @throws InputRequired when the client has to answer something first
 * @throws MissingCapabilityError when it cannot
 */
export async function getPrompt(
  registry: Registry,
  name: string,
  texts: Readonly<Record<string, string>>,
  invocation: Invocation,
): Promise<WirePrompt> {
  const prompt = registry.prompts.get(name);
  if (!prompt) throw new ProtocolFault("invalid-params", `Unknown prompt: ${name}`);
  const { description } = prompt.definition;
  const source = `prompt "${name}"`;
  try {
    const args = prompt.parse(texts);
    refuseIssues(await prompt.input.validate(args), `Invalid arguments for prompt ${name}`);
    const { context } = invocation;
    const decoded = prompt.input.decode(args);
    const call = async () => readToEnd(await prompt.call(decoded, context), prompt.reading ?? "any", context);
    return { ...(description && { description }), ...toPromptResult(await invocation.run(prompt, source, call)) };
  } catch (error) {
    throw toFault(error, source, registry, invocation);
  }
}
