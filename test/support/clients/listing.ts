import { type ClientSession, textsOf } from "./real-client.js";

/** Lists and reads with such a client. */
export function listing(client: ListingClient): Required<Pick<ClientSession, "list" | "read">> {
  return {
    async list() {
      const { tools } = await client.listTools();
      const { resources } = await client.listResources();
      const { resourceTemplates } = await client.listResourceTemplates();
      const { prompts } = await client.listPrompts();
      return {
        tools: tools.map(({ name }) => name),
        resources: resources.map(({ uri }) => uri),
        templates: resourceTemplates.map(({ uriTemplate }) => uriTemplate),
        prompts: prompts.map(({ name }) => name),
      };
    },
    async read(uri) {
      return textsOf((await client.readResource({ uri })).contents);
    },
  };
}

/** What the clients of both SDKs and of the Vercel AI SDK have in common. */
interface ListingClient {
  listTools(): Promise<{ readonly tools: readonly { readonly name: string }[] }>;
  listResources(): Promise<{ readonly resources: readonly { readonly uri: string }[] }>;
  listResourceTemplates(): Promise<{ readonly resourceTemplates: readonly { readonly uriTemplate: string }[] }>;
  listPrompts(): Promise<{ readonly prompts: readonly { readonly name: string }[] }>;
  readResource(params: { uri: string }): Promise<{ readonly contents: readonly unknown[] }>;
}
