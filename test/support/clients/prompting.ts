import { type ClientSession, textsOf } from "./real-client.js";

/** Gets prompts and completes with such a client. */
export function prompting(client: PromptingClient): Required<Pick<ClientSession, "prompt" | "complete">> {
  return {
    async prompt(name, args) {
      const { messages } = await client.getPrompt({ name, arguments: args });
      return textsOf(messages.map(({ content }) => content));
    },
    async complete(name, argument, value) {
      const ref = { type: "ref/prompt" as const, name };
      return (await client.complete({ ref, argument: { name: argument, value } })).completion.values;
    },
  };
}

/** What the clients of both SDKs, of the Vercel AI SDK and of LangChain's adapter have in common. */
interface PromptingClient {
  getPrompt(params: {
    name: string;
    arguments: Record<string, string>;
  }): Promise<{ readonly messages: readonly { readonly content: unknown }[] }>;
  complete(params: {
    ref: { type: "ref/prompt"; name: string };
    argument: { name: string; value: string };
  }): Promise<{ readonly completion: { readonly values: string[] } }>;
}
