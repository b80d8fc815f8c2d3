import type { Context } from "../context.js";
import type { Registry } from "../registry/registry.js";
import { toPromptMessages, type WireMessage } from "../result/to-prompt-messages.js";
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
 */
export async function getPrompt(
  registry: Registry,
  name: string,
  texts: Readonly<Record<string, string>>,
  context: Context,
): Promise<FilledPrompt> {
  const prompt = registry.prompts.get(name);
  if (!prompt) throw new ProtocolFault("invalid-params", `Unknown prompt: ${name}`);
  const { description } = prompt.definition;
  try {
    const args = prompt.parse(texts);
    refuseIssues(await prompt.input.validate(args), `Invalid arguments for prompt ${name}`);
    const messages = toPromptMessages(await prompt.call(prompt.input.decode(args), context));
    return { ...(description && { description }), messages };
  } catch (error) {
    throw toFault(error, `prompt "${name}"`, registry);
  }
}
