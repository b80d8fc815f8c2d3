import { once } from "node:events";
import { Server, type ServerContext } from "@modelcontextprotocol/server";
import type { Engine } from "@plainmcp/core/internal/engine";
import { expect, test } from "vitest";
import { answerOf, INITIALIZE, legacy } from "../../fixtures/messages.js";
import { engineOf, Stage } from "../../fixtures/test-server.js";
import { createEngineHandler } from "../handler.js";

/** A tool that lets go of its stream, and answers when the test says so. */
async function setUp(revision: string) {
  const stage = new Stage();
  const factory = () => {
    const server = new Server({ name: "test", version: "1" }, { capabilities: { tools: {} } });
    server.setRequestHandler("tools/call", async (_, { http }: ServerContext) => {
      const released = once(stage, "release");
      (http?.closeSSE as ((retryMs: number) => void) | undefined)?.(250);
      stage.emit("started", http?.closeSSE !== undefined);
      await released;
      return { content: [{ type: "text", text: "released" }] };
    });
    return server as ReturnType<Engine["forRequest"]>;
  };
  const handler = createEngineHandler(engineOf(factory), { onError: () => undefined });
  const send = (init: RequestInit) => handler.fetch(new Request("http://localhost/mcp", init));
  const opened = await send(legacy({ ...INITIALIZE, params: { ...paramsOf(INITIALIZE), protocolVersion: revision } }));
  await answerOf(opened);
  const session = opened.headers.get("mcp-session-id") ?? "";
  const headers = { "mcp-session-id": session, "mcp-protocol-version": revision };
  return { stage, send, headers };
}

function paramsOf(message: object): object {
  return (message as { params: object }).params;
}

const CALL = legacy({ id: 1, method: "tools/call", params: { name: "pause" } });

test("a method lets go of its stream, and the client fetches the answer later", async () => {
  const { stage, send, headers } = await setUp("2025-11-25");
  const response = await send({ ...CALL, headers: { ...CALL.headers, ...headers } });
  const stream = await response.text();
  expect(stream).toMatch(/^id: (\S+)\ndata: \n\nretry: 250\n\n$/);
  const lastEventId = /^id: (\S+)/.exec(stream)?.[1] ?? "";
  const resumed = await send({
    headers: { ...headers, accept: "text/event-stream", "last-event-id": lastEventId },
  });
  stage.emit("release");
  expect(await answerOf(resumed)).toMatchObject({ id: 1, result: { content: [{ text: "released" }] } });
});

test("clients before 2025-11-25 cannot come back, and keep their stream", async () => {
  const { stage, send, headers } = await setUp("2025-06-18");
  const started = once(stage, "started");
  const response = await send({ ...CALL, headers: { ...CALL.headers, ...headers } });
  expect(await started).toEqual([false]);
  stage.emit("release");
  const stream = await response.text();
  expect(stream).toMatch(/^event: message\nid: \S+\ndata: \{.*released.*\}\n\n$/);
});
