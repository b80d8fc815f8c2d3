import { createMCPClient, ElicitationRequestSchema, type MCPClientConfig } from "@ai-sdk/mcp";
import { StdioMCPTransport } from "@ai-sdk/mcp/mcp-stdio";
import type { ServerTarget } from "../recorded-server.js";
import { listing } from "./listing.js";
import { prompting } from "./prompting.js";
import { ANSWER, abortSoon, type ClientSession, type RealClient, textsOf } from "./real-client.js";

const NAMES = { name: "Vercel AI SDK", package: "@ai-sdk/mcp" };
const TOUR = ["list", "call", "read", "prompt", "complete", "elicit"] as const;

/**
 * The client of the Vercel AI SDK. It starts with 2026-07-28 unless it is configured otherwise. To cancel, it closes the
 * request, which a server notices only if each request has its own connection.
 */
export const AI_SDK: readonly RealClient[] = [
  { ...NAMES, era: "legacy", transports: ["stdio", "http"], can: TOUR, connect: (target) => connect(target, false) },
  { ...NAMES, era: "modern", transports: ["stdio"], can: TOUR, connect: (target) => connect(target, true) },
  {
    ...NAMES,
    era: "modern",
    transports: ["http"],
    can: [...TOUR, "cancel"],
    connect: (target) => connect(target, true),
  },
];

async function connect(target: ServerTarget, protocolVersionDiscovery: boolean): Promise<ClientSession> {
  const transport: MCPClientConfig["transport"] =
    "url" in target
      ? { type: "http", url: target.url }
      : patient(new StdioMCPTransport({ ...target, args: [...target.args], stderr: "ignore" }));
  const client = await createMCPClient({ transport, protocolVersionDiscovery, capabilities: { elicitation: {} } });
  client.onElicitationRequest(ElicitationRequestSchema, () => ANSWER);
  const call: NonNullable<ClientSession["call"]> = async (name, args) => {
    return textsOf((await client.callTool({ name, arguments: args })).content);
  };
  return {
    call,
    elicit: (tool) => call(tool, {}),
    ...listing(client),
    ...prompting(client),
    cancel: (name, args) => abortSoon((signal) => client.callTool({ name, arguments: args, options: { signal } })),
    close: () => client.close(),
  };
}

/** Over stdio, this client treats a server as a legacy one if it does not answer within a second: the machine may be busy. */
function patient(transport: StdioMCPTransport): StdioMCPTransport {
  return Object.assign(transport, { waitsForProtocolVersionDiscovery: true });
}
