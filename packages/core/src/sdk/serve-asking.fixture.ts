import { createMcpHandler, InMemoryTransport, type JSONRPCMessage } from "@modelcontextprotocol/server";
import { CAPABILITIES } from "../../../../test/support/modern-message.js";
import { modernPost } from "../../../../test/support/post.js";
import { Asking, askingManifest, type Method } from "../ask/asking.fixture.js";
import { createEngine } from "../engine/create-engine.js";
import type { ToolManifest } from "../manifest/manifest.js";
import { defineServer } from "../registry/define-server.js";
import type { DefineServerOptions } from "../registry/define-server-options.js";
import type { ErrorReport } from "../reporting/error-report.js";
import { RequestLedger } from "../wire/request-ledger.js";
import { toAuthInfo } from "./auth-info.js";
import { createSdkServers } from "./create-sdk-servers.js";

/** The part of a server's answer that these tests read. */
export interface Answered {
  readonly status: number;
  readonly result?: {
    readonly resultType?: string;
    readonly isError?: boolean;
    readonly content?: readonly { readonly text: string }[];
    readonly inputRequests?: Readonly<Record<string, { method: string; params?: Record<string, unknown> }>>;
    readonly requestState?: string;
  };
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
  readonly notifications: readonly JSONRPCMessage[];
}

/** What a client sends with a call. */
export interface Call {
  readonly tool?: string;
  readonly arguments?: Record<string, unknown>;
  readonly inputResponses?: Record<string, unknown>;
  readonly requestState?: string | undefined;
  readonly capabilities?: Record<string, unknown>;
  readonly meta?: Record<string, unknown>;
  /** The caller's subject. */
  readonly subject?: string;
}

/** Serves a method to a modern client. Call it with `call`. */
export function serveModern(
  method: Method,
  options: DefineServerOptions & { readonly tool?: Partial<ToolManifest> } = {},
) {
  const reports: ErrorReport[] = [];
  const { tool: toolOptions, ...rest } = options;
  const manifest = askingManifest(toolOptions);
  const onError = (report: ErrorReport) => void reports.push(report);
  const engine = createEngine(defineServer(new Asking(method), { manifest, onError, ...rest }));
  const handler = createMcpHandler(createSdkServers(engine).forRequest, { legacy: "reject" });
  const call = async (sent: Call = {}): Promise<Answered> => {
    const {
      tool: called = "ask",
      capabilities = { elicitation: {}, sampling: {}, roots: {} },
      meta,
      subject,
      ...params
    } = sent;
    const post = modernPost(1, "tools/call", { name: called, ...params }, { [CAPABILITIES]: capabilities, ...meta });
    const request = new Request("http://localhost/mcp", post);
    const authInfo = subject === undefined ? undefined : toAuthInfo({ subject, clientId: "client" });
    const response = await handler.fetch(request, { ...(authInfo && { authInfo }) });
    const text = await response.text();
    const messages = text.startsWith("{") ? [text] : [...text.matchAll(/^data: (.+)$/gm)].map(([, data]) => data ?? "");
    const parsed = messages.map((message) => JSON.parse(message));
    return { status: response.status, ...parsed.at(-1), notifications: parsed.slice(0, -1) };
  };
  return { call, reports };
}

/** Serves a method to a legacy client, which answers each question with `answer`. Call the tool with `call`. */
export async function serveLegacy(
  method: Method,
  answer: (question: { readonly method: string; readonly params: Record<string, unknown> }) => unknown,
  options: Partial<ToolManifest> = {},
) {
  const reports: ErrorReport[] = [];
  const onError = (report: ErrorReport) => void reports.push(report);
  const engine = createEngine(defineServer(new Asking(method), { manifest: askingManifest(options), onError }));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  const messages: JSONRPCMessage[] = [];
  const waiting = new Map<unknown, (message: Answered) => void>();
  ours.onmessage = async (message) => {
    if ("method" in message && "id" in message) {
      const answered = await answer(message as never);
      if (answered === undefined) return;
      await ours.send({ jsonrpc: "2.0", id: message.id, ...(answered as { result: Record<string, unknown> }) });
    } else if ("id" in message) waiting.get(message.id)?.(message as unknown as Answered);
    else messages.push(message);
  };
  const server = createSdkServers(engine).forConnection({ era: "legacy" }, new RequestLedger());
  await server.connect(theirs);
  const request = (id: number, asked: string, params: Record<string, unknown>) =>
    new Promise<Answered>((resolve) => {
      waiting.set(id, resolve);
      void ours.send({ jsonrpc: "2.0", id, method: asked, params });
    });
  await request(1, "initialize", {
    protocolVersion: "2025-11-25",
    capabilities: { elicitation: { form: {}, url: {} }, sampling: {} },
    clientInfo: { name: "test", version: "1.0.0" },
  });
  const call = (meta: Record<string, unknown> = {}) =>
    request(2, "tools/call", { name: "ask", arguments: {}, _meta: meta });
  return { call, reports, messages, send: (message: JSONRPCMessage) => ours.send(message) };
}

export function textOf({ result }: Answered): string | undefined {
  return result?.content?.map(({ text }) => text).join();
}
