import type { GetPromptResult, Server } from "@modelcontextprotocol/server";
import { getPrompt } from "../dispatch/get-prompt.js";
import type { Registry } from "../registry/registry.js";
import type { Answer } from "./create-answer.js";

/** Has the server answer `prompts/get`. */
export function servePrompts(server: Server, registry: Registry, answer: Answer): void {
  server.setRequestHandler("prompts/get", async ({ params }, request) => {
    const { name, arguments: args = {} } = params;
    const prompt = await answer(request, params, (invocation) => getPrompt(registry, name, args, invocation));
    return prompt as GetPromptResult;
  });
}
