import type { Registry } from "../registry/registry.js";
import { toPromptMessages, type WireMessage } from "../result/to-prompt-messages.js";
import type { Invocation } from "./invocation.js";
import { ProtocolFault, refuseIssues, toFault } from "./protocol-fault.js";

/** A filled-in prompt. */
export interface FilledPrompt {
  readonly description?: string;
  readonly messages: readonly WireMessage[];
}

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
): Promise<FilledPrompt> {
  const prompt = registry.prompts.get(name);
  if (!prompt) throw new ProtocolFault("invalid-params", `Unknown prompt: ${name}`);
  const { description } = prompt.definition;
  const source = `prompt "${name}"`;
  try {
    const args = prompt.parse(texts);
    refuseIssues(await prompt.input.validate(args), `Invalid arguments for prompt ${name}`);
    const call = () => prompt.call(prompt.input.decode(args), invocation.context);
    const messages = toPromptMessages(await invocation.run(prompt, source, call));
    return { ...(description && { description }), messages };
  } catch (error) {
    throw toFault(error, source, registry, invocation);
  }
}
