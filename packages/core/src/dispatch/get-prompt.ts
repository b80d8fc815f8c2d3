import type { Prompt } from "../primitives/primitive.js";
import { toPromptResult } from "../result/to-prompt-messages.js";
import type { Run } from "./call.js";
import { runMethod } from "./run-method.js";

/** Calls the method of a prompt. */
export function getPrompt(prompt: Prompt): Run {
  const { description } = prompt.definition;
  return (call) =>
    runMethod(prompt, call, (value) => ({ ...(description && { description }), ...toPromptResult(value) }));
}
