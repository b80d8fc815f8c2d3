// Tests what our classes assume about the SDK beyond its documentation, against the SDK alone: docs/decisions/0002.
import {
  createMcpHandler,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type MessageExtraInfo,
  ProtocolError,
  type Result,
  Server,
  type ServerContext,
  type StandardSchemaV1,
  SUPPORTED_PROTOCOL_VERSIONS,
  type Transport,
} from "@modelcontextprotocol/server";
import { expect, test, vi } from "vitest";
import { LEGACY_REVISIONS } from "../revisions/error-codes.js";

const INFO = { name: "alone", version: "1.0.0" };
const CAPABILITIES = { tools: {}, resources: {}, logging: {} };
const META = "io.modelcontextprotocol/";

/** A schema that accepts every value. */
const ANY: StandardSchemaV1<unknown, object> = {
  "~standard": { version: 1, vendor: "test", validate: (params) => ({ value: params as object }) },
};

type Handler = (params: object, context: ServerContext) => Result | Promise<Result>;

function handle(server: Server, method: string, handler: Handler): void {
  server.setRequestHandler(method, { params: ANY }, handler);
}

/** A transport that the test controls. */
class TestTransport implements Transport {
  onmessage?: Transport["onmessage"];
  readonly sent: JSONRPCMessage[] = [];

  async start(): Promise<void> {}
  async close(): Promise<void> {}

  async send(message: JSONRPCMessage): Promise<void> {
    this.sent.push(message);
  }

  /** Sends a request and waits for its answer. */
  async request(method: string, params: object, extra?: MessageExtraInfo) {
    const id = crypto.randomUUID();
    this.onmessage?.({ jsonrpc: "2.0", id, method, params: { ...params } }, extra);
    const answer = () => this.sent.find((message) => "id" in message && message.id === id && !("method" in message));
    return await vi.waitUntil(answer);
  }
}

/** Connects a server to a legacy client. */
async function connect(server: Server): Promise<TestTransport> {
  const transport = new TestTransport();
  await server.connect(transport);
  const params = { protocolVersion: "2025-11-25", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } };
  expect(await transport.request("initialize", params)).toMatchObject({ result: { protocolVersion: "2025-11-25" } });
  return transport;
}

/** The answer to a request of a modern client. */
async function askModern(server: Server, method: string, params: object, meta: object = {}) {
  const { fetch } = createMcpHandler(() => server, { legacy: "reject" });
  const _meta = { [`${META}protocolVersion`]: "2026-07-28", [`${META}clientCapabilities`]: {}, ...meta };
  const { name, uri = name } = params as { name?: string; uri?: string };
  const headers = {
    "content-type": "application/json",
    "mcp-protocol-version": "2026-07-28",
    "mcp-method": method,
    ...(uri !== undefined && { "mcp-name": uri }),
  };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta } });
  const response = await fetch(new Request("http://localhost/mcp", { method: "POST", headers, body }));
  // biome-ignore lint/suspicious/noExplicitAny: answers are read as JSON
  return (await response.json()) as any;
}

type Wrapped = (request: JSONRPCRequest, context: ServerContext) => Promise<Result>;

/** A server that changes the results of its tools after the SDK did. */
class Wrapping extends Server {
  protected override _wrapHandler(method: string, handler: Wrapped): Wrapped {
    const answer = super._wrapHandler(method, handler);
    if (method !== "tools/call") return answer;
    return async (request, context) => {
      const { content: _content, ...result } = await answer(request, context);
      return { ...result, isChanged: true };
    };
  }
}

const task = () => ({ resultType: "task", taskId: "1", status: "working" });

// engine-server.ts: a task must have no content.
test("the SDK adds content to the result of a tool that has none", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  handle(server, "tools/call", task);
  const { result } = await askModern(server, "tools/call", { name: "any" });
  expect(result).toMatchObject({ ...task(), content: [] });
});

// engine-server.ts: so the content of a task is removed again.
test("the SDK calls _wrapHandler with the handler of tools/call, and uses what it returns", async () => {
  const server = new Wrapping(INFO, { capabilities: CAPABILITIES });
  handle(server, "tools/call", task);
  const { result } = await askModern(server, "tools/call", { name: "any" });
  expect(result).toMatchObject({ ...task(), isChanged: true });
  expect(result).not.toHaveProperty("content");
});

/** A server that shows an icon with what it says about itself. */
class Showing extends Server {
  protected override _wrapHandler(method: string, handler: Wrapped): Wrapped {
    const answer = super._wrapHandler(method, handler);
    if (method !== "server/discover") return answer;
    const shown = { ...INFO, icons: [{ src: "https://example.com/icon.png" }] };
    return async (request, context) => ({
      ...(await answer(request, context)),
      _meta: { [`${META}serverInfo`]: shown },
    });
  }
}

// engine-server.ts: only server/discover shows the icons.
test("the SDK calls _wrapHandler with the handler of server/discover, and keeps the server info of its result", async () => {
  const server = new Showing(INFO, { capabilities: CAPABILITIES });
  const { result } = await askModern(server, "server/discover", {});
  expect(result).toMatchObject({ capabilities: {}, _meta: { [`${META}serverInfo`]: { icons: [{}] } } });
});

// engine-server.ts: our methods check their params themselves.
test("the SDK checks params only by the schema of the handler, and does not change them", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  handle(server, "resources/read", (params) => ({ contents: [], seen: { ...params } }));
  const transport = await connect(server);
  const params = { uri: 7, more: { deep: [1] } };
  expect(await transport.request("resources/read", params)).toMatchObject({ result: { seen: params } });
});

/** A server that does not check the params of the SDK's own handlers. */
class Unchecked extends Server {
  /** The methods that the SDK registered. Not a field, because the SDK registers them before fields exist. */
  declare registered: string[] | undefined;

  override setRequestHandler(method: string, ...rest: readonly unknown[]): void {
    const register = super.setRequestHandler.bind(this) as (method: string, ...rest: readonly unknown[]) => void;
    const [handler] = rest;
    if (typeof handler !== "function") {
      register(method, ...rest);
      return;
    }
    this.registered = [...(this.registered ?? []), method];
    register(method, { params: ANY }, (params: object, context: ServerContext) => handler({ method, params }, context));
  }
}

// engine-server.ts: we report ourselves what is wrong with their params.
test("the SDK registers its handlers through the overridden method, and they need a method and params", async () => {
  const server = new Unchecked(INFO, { capabilities: CAPABILITIES });
  expect(server.registered).toEqual(expect.arrayContaining(["initialize", "logging/setLevel"]));
  handle(server, "tools/call", async (_, { mcpReq }) => {
    await mcpReq.log("info", "quiet");
    await mcpReq.log("error", "loud");
    return { content: [] };
  });
  const transport = await connect(server);
  expect(server.getClientVersion()).toMatchObject({ name: "test" });
  expect(await transport.request("logging/setLevel", { level: "error" })).toMatchObject({ result: {} });
  await transport.request("tools/call", { name: "any" });
  const logs = transport.sent.filter((message) => "method" in message);
  expect(logs).toMatchObject([{ method: "notifications/message", params: { level: "error", data: "loud" } }]);
});

// engine-server.ts: both are put back as the client sent them.
test("the SDK removes inputResponses and requestState from the params", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  const inputResponses = { name: { action: "accept", content: { name: "Ada" } } };
  handle(server, "tools/call", (params, { mcpReq }) => {
    const { inputResponses: responses } = mcpReq;
    return { content: [], structuredContent: { params, responses, state: mcpReq.requestState<string>() } };
  });
  const sent = { name: "any", arguments: { a: 1 } };
  const { result } = await askModern(server, "tools/call", { ...sent, inputResponses, requestState: "sealed" });
  const { params, responses, state } = result.structuredContent;
  expect(params).toMatchObject(sent);
  expect(params).not.toHaveProperty("inputResponses");
  expect(params).not.toHaveProperty("requestState");
  expect({ responses, state }).toEqual({ responses: inputResponses, state: "sealed" });
});

// sdk-request.ts: the method gets what is left, and the client info is read from the rest.
test("the SDK removes from _meta what a modern client declares about itself", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  handle(server, "tools/call", (_, { mcpReq: { _meta, envelope } }) => ({
    content: [],
    structuredContent: { _meta, envelope },
  }));
  const meta = { traceparent: "00-1", progressToken: 1 };
  const about = { [`${META}clientInfo`]: { name: "test", version: "1.0.0" } };
  const { result } = await askModern(server, "tools/call", { name: "any" }, { ...meta, ...about });
  expect(result.structuredContent._meta).toEqual(meta);
  expect(result.structuredContent.envelope).toMatchObject({ ...about, [`${META}clientCapabilities`]: {} });
});

// sdk-request.ts: the HTTP transport needs the time.
test("the SDK passes an extra argument of closeSSE to the transport", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  handle(server, "tools/call", (_, { http }) => {
    (http?.closeSSE as ((retryMs: number) => void) | undefined)?.(1_234);
    return { content: [] };
  });
  const transport = await connect(server);
  const closeSSEStream = vi.fn();
  await transport.request("tools/call", { name: "any" }, { closeSSEStream });
  expect(closeSSEStream).toHaveBeenCalledExactlyOnceWith(1_234);
});

// error-codes.ts: a lane negotiates the same revisions.
test("the SDK negotiates the revisions of the table, the newest first", () => {
  expect(SUPPORTED_PROTOCOL_VERSIONS).toEqual(LEGACY_REVISIONS);
});

// project-message.ts: the code of legacy revisions is set after the SDK.
test("the SDK writes -32002 as -32602 to legacy clients, too, and keeps the data", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  handle(server, "resources/read", () => {
    throw new ProtocolError(-32002, "Resource not found", { uri: "a:b" });
  });
  const transport = await connect(server);
  expect(await transport.request("resources/read", { uri: "a:b" })).toMatchObject({
    error: { code: -32602, message: "Resource not found", data: { uri: "a:b" } },
  });
});

// to-protocol-error.ts: only our own ProtocolErrors may reach the SDK.
test("the SDK sends the message of any error that a handler throws", async () => {
  const server = new Server(INFO, { capabilities: CAPABILITIES });
  handle(server, "resources/read", () => {
    throw new Error("secret db host");
  });
  const transport = await connect(server);
  expect(await transport.request("resources/read", { uri: "a:b" })).toMatchObject({
    error: { code: -32603, message: "secret db host" },
  });
});
