import { type Connection, MultiServerMCPClient } from "@langchain/mcp-adapters";
import type { ServerTarget } from "../recorded-server.js";
import { prompting } from "./prompting.js";
import { abortSoon, type ClientSession, type RealClient, textsOf } from "./real-client.js";

const NAME = "everything";

/** LangChain's adapter. It has its own tools and resources; for the rest, it exposes its SDK v1 client. */
export const LANGCHAIN: RealClient = {
  name: "LangChain",
  package: "@langchain/mcp-adapters",
  era: "legacy",
  transports: ["stdio", "http"],
  can: ["list", "call", "read", "prompt", "complete", "progress", "cancel"],
  connect,
};

async function connect(target: ServerTarget): Promise<ClientSession> {
  const seen: number[] = [];
  const connection: Connection =
    "url" in target
      ? { transport: "http", url: target.url }
      : { transport: "stdio", command: target.command, args: [...target.args], stderr: "ignore" };
  const adapter = new MultiServerMCPClient({
    mcpServers: { [NAME]: connection },
    onProgress: ({ progress }) => void seen.push(progress),
  });
  const tools = await adapter.getTools();
  const client = await adapter.getClient(NAME);
  if (!client) throw new Error("The adapter is not connected.");
  const invoke = async (name: string, args: object, signal?: AbortSignal): Promise<unknown> => {
    const tool = tools.find((candidate) => candidate.name === name);
    if (!tool) throw new Error(`The adapter has no tool ${name}.`);
    return tool.invoke(args, signal && { signal });
  };
  return {
    async list() {
      const resources = (await adapter.listResources())[NAME] ?? [];
      const templates = (await adapter.listResourceTemplates())[NAME] ?? [];
      const { prompts } = await client.listPrompts();
      return {
        tools: tools.map(({ name }) => name),
        resources: resources.map(({ uri }) => uri),
        templates: templates.map(({ uriTemplate }) => uriTemplate),
        prompts: prompts.map(({ name }) => name),
      };
    },
    async call(name, args) {
      // The adapter returns a single text as a string, not as a block.
      const answer = await invoke(name, args);
      return typeof answer === "string" ? answer : textsOf([answer].flat());
    },
    async read(uri) {
      return textsOf(await adapter.readResource(NAME, uri));
    },
    ...prompting(client),
    async progress(name, args) {
      seen.length = 0;
      await invoke(name, args);
      return [...seen];
    },
    cancel: (name, args) => abortSoon((signal) => invoke(name, args, signal)),
    close: () => adapter.close(),
  };
}
