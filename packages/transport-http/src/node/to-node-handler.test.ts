import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { buffer, json, text } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Post, toPost } from "../../../../test/support/post.js";
import { answerOf, modern } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { createEngineHandler, type HttpHandler } from "../handler.js";
import type { HttpHandlerOptions } from "../options.js";
import type { NodeHandler } from "./create-node-handler.js";
import { toNodeHandler } from "./to-node-handler.js";

type Req = IncomingMessage & { body?: unknown; originalUrl?: string };
type Use = (node: NodeHandler, req: Req, res: ServerResponse<IncomingMessage>) => unknown;

/** A Node server that passes requests to our handler in its own way. */
async function serve(handler: Pick<HttpHandler, "fetch">, use: Use) {
  const errors: string[] = [];
  const node = toNodeHandler(handler, { onError: ({ message }) => void errors.push(message) });
  const server = createServer((req, res) => use(node, req, res));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/mcp`, port, errors };
}

function echoing(use: Use, options: HttpHandlerOptions = {}) {
  return serve(createEngineHandler(new Stage().engine, options), use);
}

const ECHO = modern(1, "tools/call", { name: "echo", arguments: { text: "grüezi" } });
const HEARD = { id: 1, result: { content: [{ text: "grüezi" }] } };

describe("a body that a parser has read", () => {
  test.each<[string, Use]>([
    ["the third argument", async (node, req, res) => node(req, res, await json(req))],
    [
      "the third argument, before the property body",
      async (node, req, res) => {
        req.body = {};
        return node(req, res, await json(req));
      },
    ],
    [
      "the property body",
      async (node, req, res) => {
        req.body = await json(req);
        return node(req, res);
      },
    ],
    [
      "the property body, with a function as the third argument",
      async (node, req, res) => {
        req.body = await json(req);
        return node(req, res, () => undefined);
      },
    ],
    ["text", async (node, req, res) => node(req, res, await text(req))],
    ["bytes", async (node, req, res) => node(req, res, await buffer(req))],
  ])("is taken from %s", async (_, use) => {
    const { url, errors } = await echoing(use);
    expect(await answerOf(await fetch(url, ECHO))).toMatchObject(HEARD);
    expect(errors).toEqual([]);
  });

  test("drops the headers that describe the original bytes", async () => {
    let described: (string | null)[] = [];
    const handler = createEngineHandler(new Stage().engine);
    const noting = {
      fetch: (request: Request) => {
        described = ["content-encoding", "content-length", "content-type"].map((name) => request.headers.get(name));
        return handler.fetch(request);
      },
    };
    const { url } = await serve(noting, async (node, req, res) =>
      node(req, res, JSON.parse(gunzipSync(await buffer(req)).toString())),
    );
    const headers = { ...ECHO.headers, "content-encoding": "gzip" };
    expect(await answerOf(await fetch(url, { ...ECHO, headers, body: gzipSync(ECHO.body) }))).toMatchObject(HEARD);
    expect(described).toEqual([null, null, "application/json"]);
  });

  test.each<[string, Post, number, number]>([
    ["is too large", toPost({ text: "x".repeat(1_000) }), 413, -32600],
    ["has the key __proto__", toPost('{ "jsonrpc": "2.0", "id": 1, "method": "x", "__proto__": {} }'), 400, -32600],
    ["is not a message", toPost(null), 400, -32600],
    ["came as another type", { ...ECHO, headers: { ...ECHO.headers, "content-type": "text/plain" } }, 415, -32600],
  ])("is refused like any other when it %s", async (_, init, status, code) => {
    const { url } = await echoing(async (node, req, res) => node(req, res, await json(req)), {
      limits: { maxBodySize: 1_000 },
    });
    const response = await fetch(url, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  test("is refused when its bytes are not UTF-8", async () => {
    const { url } = await echoing(async (node, req, res) => {
      await buffer(req);
      return node(req, res, Buffer.from([0x22, 0xff, 0x22]));
    });
    const response = await fetch(url, ECHO);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: -32700 } });
  });

  test("is a failure, without a wait, when nobody passed it on", async () => {
    const { url, errors } = await echoing(async (node, req, res) => {
      await text(req);
      return node(req, res, () => undefined);
    });
    const response = await fetch(url, ECHO);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error: { code: -32603, message: "The server could not read the body of the request. Its log says why." },
    });
    expect(errors).toEqual([expect.stringContaining("Pass the parsed body as the third argument")]);
  });

  test("is empty when the client sent nothing", async () => {
    const { url, errors } = await echoing(async (node, req, res) => {
      await text(req);
      return node(req, res);
    });
    const response = await fetch(url, toPost(""));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { code: -32700, message: expect.stringContaining("not valid JSON") },
    });
    expect(errors).toEqual([]);
  });

  test("is a failure of the server when it cannot become JSON", async () => {
    const { url, errors } = await echoing(async (node, req, res) => {
      await text(req);
      return node(req, res, { id: 1n });
    });
    expect((await fetch(url, ECHO)).status).toBe(500);
    expect(errors).toEqual([expect.stringContaining("BigInt")]);
  });
});

describe("a body that nobody has read", () => {
  test("is read, whatever a parser of other content types has set", async () => {
    const { url } = await echoing((node, req, res) => {
      req.body = {};
      return node(req, res, {});
    });
    expect(await answerOf(await fetch(url, ECHO))).toMatchObject(HEARD);
  });

  test.each<[string, (req: Req) => unknown]>([
    ["bytes", () => undefined],
    ["text", (req) => req.setEncoding("utf8")],
  ])("may have other listeners, as %s", async (_, prepare) => {
    let bytes = 0;
    const { port } = await echoing((node, req, res) => {
      prepare(req);
      req.on("data", (chunk) => {
        bytes += Buffer.byteLength(chunk);
      });
      return node(req, res);
    });
    // In one piece, so that the body arrives before anybody can ask for it.
    const socket = connect(port, "127.0.0.1");
    socket.write(raw(ECHO));
    expect(await text(socket)).toContain("grüezi");
    expect(bytes).toBe(Buffer.byteLength(ECHO.body));
  });
});

test("the path is the whole path, under a prefix too", async () => {
  const { url } = await echoing(
    (node, req, res) => {
      const { url = "" } = req;
      return node(Object.assign(req, { originalUrl: url, url: url.replace(/^\/api/, "") }), res);
    },
    { path: "/api/mcp" },
  );
  expect(await answerOf(await fetch(new URL("/api/mcp", url), ECHO))).toMatchObject(HEARD);
  expect((await fetch(new URL("/mcp", url), ECHO)).status).toBe(404);
});

describe("the caller", () => {
  /** A server that notes for which requests it was asked. */
  async function asking() {
    const asked: (string | undefined)[] = [];
    const node = toNodeHandler(createEngineHandler(new Stage().engine, { onError: () => undefined }), {
      caller: ({ url }) => {
        asked.push(url);
        return { subject: "ann" };
      },
    });
    const { url } = await serve({ fetch: async () => new Response() }, (_, req, res) => node(req, res));
    return { asked, url };
  }

  test.each<[string, string, RequestInit, number]>([
    ["a health check", "/healthz", {}, 200],
    ["a foreign page", "/mcp", { ...ECHO, headers: { ...ECHO.headers, origin: "https://evil.example.com" } }, 403],
    ["an unknown path", "/other", ECHO, 404],
    ["an unknown method", "/mcp", { method: "PUT" }, 405],
  ])("is not asked for with %s", async (_, path, init, status) => {
    const { asked, url } = await asking();
    expect((await fetch(new URL(path, url), init)).status).toBe(status);
    expect(asked).toEqual([]);
  });

  test("is asked for once with a call", async () => {
    const { asked, url } = await asking();
    expect(await answerOf(await fetch(url, ECHO))).toMatchObject(HEARD);
    expect(asked).toEqual(["/mcp"]);
  });
});

describe("a handler that fails", () => {
  test("is reported to the operator and not to the client", async () => {
    const { url, errors } = await serve(
      {
        fetch: async () => {
          throw new Error("secret");
        },
      },
      async (node, req, res) => expect(await node(req, res)).toBeUndefined(),
    );
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ error: { code: -32603, message: "Internal error." } });
    expect(errors).toEqual(["secret"]);
  });

  test.each([
    ["before the head is sent", "application/json", 500],
    ["in a stream", "text/event-stream", 200],
  ])("%s does not leave the client waiting", async (_, type, status) => {
    const body = () => new ReadableStream({ pull: (controller) => controller.error(new Error("secret")) });
    const handler = { fetch: async () => new Response(body(), { headers: { "content-type": type } }) };
    const { url, errors } = await serve(handler, (node, req, res) => node(req, res));
    const response = await fetch(url);
    expect(response.status).toBe(status);
    if (status === 200) await expect(response.text()).rejects.toThrow();
    else expect(await response.text()).not.toContain("secret");
    expect(errors).toEqual(["secret"]);
  });
});

describe("a response that something else has ended", () => {
  test("stays as it is, and our stream is cancelled", async () => {
    const { stream, cancelled } = endless();
    const theirs = "theirs".repeat(1_000_000);
    const { url, errors } = await serve(stream, (node, req, res) => {
      res.end(theirs);
      return node(req, res);
    });
    expect((await (await fetch(url)).text()).length).toBe(theirs.length);
    await cancelled;
    expect(errors).toEqual([expect.stringContaining("headers")]);
  });

  test("while it streamed is not an error", async () => {
    let end = (): unknown => undefined;
    const { stream, cancelled } = endless((chunks) => chunks === 3 && end());
    const { url, errors } = await serve(stream, (node, req, res) => {
      end = () => res.end();
      return node(req, res);
    });
    expect(await (await fetch(url)).text()).toBe(": here\n\n".repeat(2));
    await cancelled;
    expect(errors).toEqual([]);
  });
});

test("a client that disconnects before the handler is called aborts the request and ends its stream", async () => {
  const { stream, cancelled } = endless();
  let signal: AbortSignal | undefined;
  const handler = {
    fetch: (request: Request) => {
      signal = request.signal;
      return stream.fetch();
    },
  };
  const { url, errors } = await serve(handler, async (node, req, res) => {
    await once(res, "close");
    await node(req, res);
  });
  const sent = request(url).end();
  await once(sent, "finish");
  sent.on("error", () => undefined).destroy();
  await cancelled;
  expect(signal?.aborted).toBe(true);
  expect(errors).toEqual([]);
});

/** An event stream that continues until it is cancelled. */
function endless(beforeChunk: (chunks: number) => unknown = () => undefined) {
  let cancel: () => void;
  const cancelled = new Promise<void>((resolve) => {
    cancel = resolve;
  });
  let chunks = 0;
  const source = {
    pull(controller: ReadableStreamDefaultController<Uint8Array>) {
      beforeChunk(++chunks);
      controller.enqueue(new TextEncoder().encode(": here\n\n"));
    },
    cancel: () => cancel(),
  };
  const body = () => new ReadableStream(source, { highWaterMark: 0 });
  const headers = { "content-type": "text/event-stream" };
  return { stream: { fetch: async () => new Response(body(), { headers }) }, cancelled };
}

/** The bytes of a request. */
function raw({ headers, body }: Post): string {
  const all = { ...headers, host: "localhost", connection: "close", "content-length": Buffer.byteLength(body) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `POST /mcp HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}
