import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as v2 from "@modelcontextprotocol/client";
import { StdioClientTransport as V2Stdio } from "@modelcontextprotocol/client/stdio";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as V1Stdio } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport as V1Http } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  ListRootsRequestSchema,
  LoggingMessageNotificationSchema,
} from "@modelcontextprotocol/sdk/types.js";
import { recordLines } from "./lane/record-traffic.js";
import { recordingFetch } from "./recording-fetch.js";
import { MODERN } from "./revisions.js";
import { startHttp } from "./serve.js";
import { WireLog } from "./wire-log.js";

/** The real clients. Each speaks one era. */
export const CLIENTS = ["sdk v1, legacy", "sdk v2, legacy", "sdk v2, modern"] as const;
export const TRANSPORTS = ["stdio", "http"] as const;
export type ClientName = (typeof CLIENTS)[number];
export type TransportName = (typeof TRANSPORTS)[number];

/** How to start the server: the arguments of `node`, except those for HTTP. */
export interface Target {
  readonly args: readonly string[];
  /** Further arguments for HTTP. @default ["--http", "--port", "0"] */
  readonly http?: readonly string[];
  readonly env?: Record<string, string>;
}

/** Options of a tool call, the same for every client. */
export interface CallOptions {
  readonly onprogress?: (progress: {
    progress: number;
    total?: number | undefined;
    message?: string | undefined;
  }) => void;
  readonly signal?: AbortSignal;
}

/** Questions that a client can answer. It declares the capabilities for those that are present. */
export interface Answers {
  readonly elicit?: (params: Question) => v2.ElicitResult | Promise<v2.ElicitResult>;
  /** Whether it can also open URLs. */
  readonly url?: boolean;
  readonly sample?: (text: string) => string;
  readonly roots?: readonly string[];
}

/** A question to the user. */
export interface Question {
  readonly message: string;
  readonly mode?: string;
  readonly url?: string;
  readonly requestedSchema?: { readonly properties: Record<string, unknown> };
}

/** One client connected to one server. All clients have these methods in common. */
export interface Connection {
  readonly era: "modern" | "legacy";
  readonly client: v2.Client;
  callTool(name: string, args: Record<string, unknown>, options?: CallOptions): Promise<v2.CallToolResult>;
  /** Requests log messages of this level and above. */
  logFrom(level: "info"): Promise<void>;
  readonly logs: unknown[];
  /** Ends client and server, and returns what is wrong with the messages that the server sent. */
  close(): Promise<string[]>;
}

/** Starts the server and connects a client to it. */
export async function connect(
  name: ClientName,
  over: TransportName,
  target: Target,
  answers: Answers = {},
): Promise<Connection> {
  const log = new WireLog();
  const line = over === "stdio" ? openStdio(name, target, log) : await openHttp(name, target, log);
  const client = createClient(name, answers);
  await client.connect(line.transport as v2.Transport);
  const era = name.endsWith("modern") ? "modern" : "legacy";
  const logs: unknown[] = [];
  const note = (message: { params: { data?: unknown } }) => void logs.push(message.params.data);
  if (client instanceof V1Client) client.setNotificationHandler(LoggingMessageNotificationSchema, note);
  else client.setNotificationHandler("notifications/message", note);
  let meta: Record<string, unknown> | undefined;
  return {
    era,
    client: client as v2.Client,
    logs,
    async callTool(tool, args, options) {
      const params = { name: tool, arguments: args, ...(meta && { _meta: meta }) };
      if (client instanceof V1Client) return (await client.callTool(params, undefined, options)) as v2.CallToolResult;
      return client.callTool(params as v2.CallToolRequest["params"], options);
    },
    async logFrom(level) {
      if (era === "modern") meta = { [v2.LOG_LEVEL_META_KEY]: level };
      else await client.setLoggingLevel(level);
    },
    async close() {
      await client.close();
      await line.close();
      return log.problems();
    },
  };
}

function createClient(name: ClientName, answers: Answers): V1Client | v2.Client {
  const info = { name: "table-test", version: "1.0.0" };
  const { elicit, url, sample, roots } = answers;
  const capabilities = {
    ...(elicit && { elicitation: url ? { form: {}, url: {} } : {} }),
    ...(sample && { sampling: {} }),
    ...(roots && { roots: {} }),
  };
  const rootsResult = { roots: roots?.map((uri) => ({ uri })) ?? [] };
  if (name === "sdk v1, legacy") {
    const client = new V1Client(info, { capabilities });
    if (elicit) client.setRequestHandler(ElicitRequestSchema, ({ params }) => elicit(params as Question));
    if (sample) client.setRequestHandler(CreateMessageRequestSchema, ({ params }) => written(sample, params));
    if (roots) client.setRequestHandler(ListRootsRequestSchema, () => rootsResult);
    return client;
  }
  const mode = name === "sdk v2, modern" ? { pin: MODERN } : "legacy";
  const client = new v2.Client(info, { capabilities, versionNegotiation: { mode } });
  if (elicit) client.setRequestHandler("elicitation/create", ({ params }) => elicit(params as Question));
  if (sample) client.setRequestHandler("sampling/createMessage", ({ params }) => written(sample, params));
  if (roots) client.setRequestHandler("roots/list", () => rootsResult);
  return client;
}

/** The answer of a fake model to the first message. */
function written(
  sample: (text: string) => string,
  { messages }: { readonly messages: readonly { content: unknown }[] },
) {
  const [{ content }] = messages as [{ content: { text: string } }];
  return {
    role: "assistant" as const,
    model: "parrot",
    content: { type: "text" as const, text: sample(content.text) },
  };
}

interface Line {
  readonly transport: unknown;
  close(): Promise<void>;
}

function openStdio(name: ClientName, target: Target, log: WireLog): Line {
  const directory = mkdtempSync(join(tmpdir(), "plainmcp-wire-"));
  const file = join(directory, "wire");
  const tee = fileURLToPath(new URL("./tee.mjs", import.meta.url));
  const Transport = name === "sdk v1, legacy" ? V1Stdio : V2Stdio;
  const transport = new Transport({
    command: process.execPath,
    args: [tee, file, process.execPath, ...target.args],
    env: { ...(process.env as Record<string, string>), ...target.env },
    stderr: "ignore",
  });
  return {
    transport,
    async close() {
      for (const line of readFileSync(file, "utf8").split("\n")) {
        if (line.startsWith(">")) log.sent(line.slice(1));
        if (line.startsWith("<")) log.received(line.slice(1));
      }
      recordLines(file, target.args);
      rmSync(directory, { recursive: true });
    },
  };
}

async function openHttp(name: ClientName, target: Target, log: WireLog): Promise<Line> {
  const server = await startHttp([...target.args, ...(target.http ?? ["--http", "--port", "0"])], target.env);
  const Transport = name === "sdk v1, legacy" ? V1Http : v2.StreamableHTTPClientTransport;
  return { transport: new Transport(new URL(server.url), { fetch: recordingFetch(log) }), close: () => server.stop() };
}
