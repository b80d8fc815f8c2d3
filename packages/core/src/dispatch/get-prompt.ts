import type { Context } from "../context.js";
import type { Registry } from "../registry/registry.js";
import { toPromptMessages, type WireMessage } from "../result/to-prompt-messages.js";
import { formatIssues } from "../validation/format-issues.js";
import { maskError } from "./mask-error.js";
import { ProtocolFault } from "./protocol-fault.js";

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
  const args = prompt.parse(texts);
  const issues = await prompt.input.validate(args);
  if (issues.length > 0) {
    throw new ProtocolFault(
      "invalid-params",
      `Invalid arguments for prompt ${name}:\n${formatIssues(issues, "arguments")}`,
    );
  }
  const { description } = prompt.definition;
  try {
    const messages = toPromptMessages(await prompt.call(prompt.input.decode(args), context));
    return { ...(description && { description }), messages };
  } catch (error) {
    throw new ProtocolFault("internal", maskError(error, `prompt "${name}"`, registry));
  }
}
