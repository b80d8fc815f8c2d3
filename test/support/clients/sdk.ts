import * as v2 from "@modelcontextprotocol/client";
import { StdioClientTransport as V2Stdio } from "@modelcontextprotocol/client/stdio";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as V1Stdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as V1Http } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ElicitRequestSchema } from "@modelcontextprotocol/sdk/types.js";
import type { ServerTarget } from "../recorded-server.js";
import { MODERN } from "../revisions.js";
import { listing } from "./listing.js";
import { prompting } from "./prompting.js";
import { ABILITIES, ANSWER, type ClientSession, type RealClient, textsOf } from "./real-client.js";

const INFO = { name: "tour", version: "1.0.0" };
const CAPABILITIES = { capabilities: { elicitation: {} } };

/** The official SDK's clients. */
export const SDK_CLIENTS: readonly RealClient[] = [
  {
    name: "SDK v1",
    package: "@modelcontextprotocol/sdk",
    era: "legacy",
    transports: ["stdio", "http"],
    can: ABILITIES,
    connect: (target) => connectV1(target),
  },
  ...(["legacy", "modern"] as const).map(
    (era): RealClient => ({
      name: "SDK v2",
      package: "@modelcontextprotocol/client",
      era,
      transports: ["stdio", "http"],
      can: ABILITIES,
      async connect(target) {
        const mode = era === "modern" ? { pin: MODERN } : "legacy";
        const client = new v2.Client(INFO, { ...CAPABILITIES, versionNegotiation: { mode } });
        client.setRequestHandler("elicitation/create", async () => ANSWER);
        await client.connect(
          "url" in target ? new v2.StreamableHTTPClientTransport(new URL(target.url)) : new V2Stdio(quiet(target)),
        );
        return session(client, (params, options) => client.callTool(params, options));
      },
    }),
  ),
];

/** A session of SDK v1. @param env Further environment variables for the process that it starts */
export async function connectV1(target: ServerTarget, env: Record<string, string> = {}): Promise<ClientSession> {
  const client = new V1Client(INFO, CAPABILITIES);
  client.setRequestHandler(ElicitRequestSchema, async () => ANSWER);
  const transport = "url" in target ? new V1Http(new URL(target.url)) : new V1Stdio(quiet(target, env));
  await client.connect(transport as Parameters<V1Client["connect"]>[0]);
  return session(client, (params, options) => client.callTool(params, undefined, options));
}

type Call = (
  params: { name: string; arguments: Record<string, unknown> },
  options?: { signal?: AbortSignal; onprogress?: (progress: { progress: number }) => void },
) => Promise<object>;

/** What both SDKs have in common: everything except tool calls. */
function session(client: V1Client | v2.Client, callTool: Call): ClientSession {
  const call: ClientSession["call"] = async (name, args) =>
    textsOf(((await callTool({ name, arguments: args })) as { content: unknown }).content);
  return {
    call,
    elicit: (tool) => call(tool, {}),
    ...listing(client),
    ...prompting(client),
    async progress(name, args) {
      const seen: number[] = [];
      await callTool({ name, arguments: args }, { onprogress: ({ progress }) => void seen.push(progress) });
      return seen;
    },
    async cancel(name, args) {
      const cancel = new AbortController();
      const options = { signal: cancel.signal, onprogress: () => cancel.abort() };
      await callTool({ name, arguments: args }, options).then(
        () => {
          throw new Error("The call was not cancelled.");
        },
        () => undefined,
      );
    },
    close: () => client.close(),
  };
}

type Command = Extract<ServerTarget, { command: string }>;

function quiet({ command, args }: Command, env: Record<string, string> = {}) {
  const all = { ...(process.env as Record<string, string>), ...env };
  return { command, args: [...args], env: all, stderr: "ignore" as const };
}
