// Tests on the SDK alone of what our classes assume about it beyond its documentation: docs/decisions/0002.
import {
  classifyInboundRequest,
  createMcpHandler,
  type JSONRPCMessage,
  type McpServerFactory,
  Server,
  type ServerContext,
  type StandardSchemaV1,
  type Transport,
} from "@modelcontextprotocol/server";
import { expect, test } from "vitest";

const META = "io.modelcontextprotocol/";
const CALL = {
  ...{ jsonrpc: "2.0", id: 7, method: "tools/call" },
  params: {
    name: "any",
    _meta: { [`${META}protocolVersion`]: "2026-07-28", [`${META}clientCapabilities`]: {}, progressToken: 1 },
  },
};
const HEADERS = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "mcp-protocol-version": "2026-07-28",
  "mcp-method": "tools/call",
  "mcp-name": "any",
};

/** A request whose body has been read. */
function post(headers: Record<string, string> = HEADERS): Request {
  return new Request("http://localhost/mcp", { method: "POST", headers });
}

/** A schema that accepts everything. */
const ANY: StandardSchemaV1<unknown, object> = {
  "~standard": { version: 1, vendor: "test", validate: (params) => ({ value: params as object }) },
};

function serverOf(call: (context: ServerContext) => Promise<object>): Server {
  const server = new Server({ name: "alone", version: "1.0.0" }, { capabilities: { tools: {} } });
  server.setRequestHandler("tools/call", { params: ANY }, async (_, context) => ({
    content: [],
    ...(await call(context)),
  }));
  return server;
}

function handlerOf(factory: McpServerFactory, errors: Error[] = []) {
  return createMcpHandler(factory, { legacy: "reject", keepAliveMs: 0, onerror: (error) => void errors.push(error) });
}

// sdk-calls.ts ends a call in this way, and recognizes its end by the status.
test("the SDK answers 499 without a body for a call whose server is closed, and aborts its signal", async () => {
  let signal: AbortSignal | undefined;
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const server = serverOf(({ mcpReq }) => {
    ({ signal } = mcpReq);
    begin();
    return new Promise(() => undefined);
  });
  const answer = handlerOf(() => server).fetch(post(), { parsedBody: CALL });
  await begun;
  await server.close();
  const { status, body } = await answer;
  expect({ status, body, aborted: signal?.aborted }).toEqual({ status: 499, body: null, aborted: true });
});

// sdk-calls.ts closes the handler when the server ends.
test("the SDK closes the servers of all calls in flight with its handler", async () => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const handler = handlerOf(() =>
    serverOf(() => {
      begin();
      return new Promise(() => undefined);
    }),
  );
  const answer = handler.fetch(post(), { parsedBody: CALL });
  await begun;
  await handler.close();
  expect((await answer).status).toBe(499);
});

// sdk-calls.ts finds the server of a request by the request object.
test("the SDK passes the same request object to the factory", async () => {
  const seen: unknown[] = [];
  const handler = handlerOf(({ requestInfo }) => {
    seen.push(requestInfo);
    return serverOf(async () => ({}));
  });
  const request = post();
  expect((await handler.fetch(request, { parsedBody: CALL })).status).toBe(200);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toBe(request);
});

// sdk-calls.ts distinguishes our failures from the mistakes of clients by the error object.
test("the SDK passes the same error object from the factory to onerror", async () => {
  const errors: Error[] = [];
  const failure = new Error("secret db host");
  const handler = handlerOf(() => {
    throw failure;
  }, errors);
  const response = await handler.fetch(post(), { parsedBody: CALL });
  expect(await response.text()).not.toContain("secret db host");
  expect(errors).toHaveLength(1);
  expect(errors[0]).toBe(failure);
});

// with-request-id.ts replaces it by the id of the request, or removes it.
test("the SDK answers with id null if it refuses a request before it has read the message", async () => {
  const handler = handlerOf(() => serverOf(async () => ({})));
  const response = await handler.fetch(post({ ...HEADERS, "content-type": "text/plain" }), { parsedBody: CALL });
  expect(response.status).toBe(415);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.json()).toMatchObject({ id: null, error: { code: expect.any(Number) } });
});

// route-post.ts routes a subscription without them to the SDK, which reports what is missing.
test("the SDK classifies without the standard headers, and refuses requests that lack them", async () => {
  const message = { ...CALL, method: "subscriptions/listen", params: { ...CALL.params, notifications: {} } };
  expect(classifyInboundRequest({ httpMethod: "POST", body: message })).toMatchObject({
    kind: "modern",
    messageKind: "request",
    message: { method: "subscriptions/listen" },
    classification: { revision: "2026-07-28" },
  });
  const handler = handlerOf(() => serverOf(async () => ({})));
  const response = await handler.fetch(post({ "content-type": "application/json" }), { parsedBody: message });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ id: 7, error: { code: -32020 } });
});

// route-post.ts relies on this for the refusal.
test("the SDK refuses headers that contradict the body when it classifies", () => {
  const request = {
    httpMethod: "POST",
    body: CALL,
    protocolVersionHeader: "2026-07-28",
    mcpMethodHeader: "tools/list",
  };
  expect(classifyInboundRequest(request)).toMatchObject({ kind: "reject", httpStatus: 400, code: -32020 });
});

// to-json.ts finds the answer in it for clients that accept only JSON.
test("the SDK writes each event of a stream as one line of data, and an empty line after it", async () => {
  const handler = handlerOf(() =>
    serverOf(async ({ mcpReq }) => {
      await mcpReq.notify({ method: "notifications/progress", params: { progressToken: 1, progress: 1 } });
      return { content: [{ type: "text", text: "one\n\ndata: two" }] };
    }),
  );
  const response = await handler.fetch(post(), { parsedBody: CALL });
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events = (await response.text()).split("\n\n").filter((event) => event.includes("data:"));
  const messages = events.map((event) => JSON.parse(/^data: (.+)$/m.exec(event)?.[1] ?? "null"));
  expect(messages).toMatchObject([
    { method: "notifications/progress" },
    { id: 7, result: { content: [{ text: "one\n\ndata: two" }] } },
  ]);
});

/** A transport that records the order of its calls. */
class NotingTransport implements Transport {
  onmessage?: Transport["onmessage"];
  readonly events: unknown[] = [];
  #answered: () => void = () => undefined;

  async start(): Promise<void> {
    this.events.push("start");
  }

  async close(): Promise<void> {}

  async send(): Promise<void> {
    this.#answered();
  }

  setSupportedProtocolVersions(versions: string[]): void {
    this.events.push(["supported", versions]);
  }

  setProtocolVersion(version: string): void {
    this.events.push(["negotiated", version]);
  }

  deliver(message: JSONRPCMessage): Promise<void> {
    const answered = new Promise<void>((resolve) => {
      this.#answered = resolve;
    });
    this.onmessage?.(message);
    return answered;
  }
}

// legacy-transport.ts checks the revision in headers against that list, and begins streams according to the negotiated one.
test("the SDK tells a transport which revisions it supports before it starts, and which was negotiated", async () => {
  const transport = new NotingTransport();
  await serverOf(async () => ({})).connect(transport);
  const legacy = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];
  expect(transport.events).toEqual([["supported", expect.arrayContaining(legacy)], "start"]);
  await transport.deliver({
    ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } },
  });
  expect(transport.events.slice(2)).toEqual([["negotiated", "2025-06-18"]]);
});
