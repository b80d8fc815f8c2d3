import { once } from "node:events";
import http, { type IncomingHttpHeaders } from "node:http";
import net from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test } from "vitest";
import { readEvents } from "../../../../test/support/read-events.js";
import { answerOf, INITIALIZE, legacy, modern } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { type HttpServer, type ServeHttpOptions, serveHttpEngine } from "./serve-http-engine.js";

const running: HttpServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function setUp(options: ServeHttpOptions = {}) {
  const stage = new Stage();
  const errors: string[] = [];
  const onError = ({ message }: Error) => void errors.push(message);
  const server = await serveHttpEngine(stage.engine, { port: 0, shutdownGraceMs: 0, onError, ...options });
  running.push(server);
  return { stage, errors, server };
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a request with `node:http`, because `fetch` refuses to send some of these. */
function request({ port }: HttpServer, options: http.RequestOptions, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = http.request({ host: "127.0.0.1", port, path: "/mcp", ...options }, (response) => {
      text(response).then(
        (received) => resolve({ status: response.statusCode, headers: response.headers, body: received }),
        reject,
      );
    });
    sent.on("error", reject).end(body);
  });
}

/** Writes raw bytes and returns everything that comes back. */
async function raw({ port }: HttpServer, bytes: string): Promise<string> {
  const socket = net.connect(port, "127.0.0.1");
  socket.write(bytes);
  return await text(socket);
}

const ECHO = modern(7, "tools/call", { name: "echo", arguments: { text: "hi" } });

test("serves both eras at the url that it returns", async () => {
  const { server } = await setUp();
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/mcp`);
  expect(await answerOf(await fetch(server.url, ECHO))).toMatchObject({ id: 7, result: { content: [{ text: "hi" }] } });
  expect(await answerOf(await fetch(server.url, legacy(INITIALIZE)))).toMatchObject({
    id: 0,
    result: { protocolVersion: "2025-11-25" },
  });
});

describe("refusals", () => {
  test.each<[string, http.RequestOptions, number]>([
    ["a foreign host", { headers: { host: "evil.example.com" } }, 403],
    ["a foreign page", { headers: { origin: "https://evil.example.com" } }, 403],
    ["both", { headers: { host: "evil.example.com", origin: "http://evil.example.com" } }, 403],
    ["a malformed host", { headers: { host: "a b" } }, 400],
    ["a host with a path", { headers: { host: "localhost/x" } }, 400],
    ["another path", { path: "/" }, 404],
    ["a path that looks like a host", { path: "//evil.example.com/mcp" }, 404],
    ["invalid percent-encoding", { path: "/%zz%" }, 404],
    ["HEAD", { method: "HEAD" }, 405],
    ["OPTIONS", { method: "OPTIONS" }, 405],
    ["OPTIONS *", { method: "OPTIONS", path: "*" }, 400],
    ["TRACE", { method: "TRACE" }, 400],
  ])("%s", async (_, options, status) => {
    const { server, errors } = await setUp();
    const init = { method: "POST", ...options, headers: { ...ECHO.headers, ...options.headers } };
    const answer = await request(server, init, init.method === "POST" ? ECHO.body : undefined);
    expect(answer.status).toBe(status);
    if (options.method !== "HEAD")
      expect(JSON.parse(answer.body)).toMatchObject({ jsonrpc: "2.0", error: { code: -32600 } });
    expect(errors.filter((message) => !message.startsWith("Refused a request"))).toEqual([]);
  });

  test("a request in absolute form is judged by its Host header", async () => {
    const { server } = await setUp();
    const send = (host: string) =>
      raw(server, `GET http://localhost:1/healthz HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
    expect(await send("localhost")).toMatch(/^HTTP\/1.1 200 /);
    const foreign = await raw(
      server,
      "POST http://localhost/mcp HTTP/1.1\r\nhost: evil.example.com\r\ncontent-length: 0\r\nconnection: close\r\n\r\n",
    );
    expect(foreign).toMatch(/^HTTP\/1.1 403 /);
  });

  test.each(["POST /mcp", "GET /mcp", "POST /healthz/../mcp", "GET //healthz", "OPTIONS *"])(
    "%s without a host",
    async (line) => {
      const { server } = await setUp();
      expect(await raw(server, `${line} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
    },
  );
});

test.each(["GET /healthz", "HEAD /healthz", "GET /healthz?probe=1", "GET http://localhost/healthz"])(
  "a health check needs no host: %s",
  async (line) => {
    const { server, errors } = await setUp();
    expect(await raw(server, `${line} HTTP/1.0\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /);
    expect(await raw(server, `${line} HTTP/1.1\r\nhost:\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 200 /);
    expect(errors).toEqual([]);
  },
);

describe("a body of 10 MiB", () => {
  const large = Buffer.alloc(10 * 1024 * 1024, " ");

  test.each<[string, Record<string, string | number>]>([
    ["with its length declared", { "content-length": large.length }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("%s is refused, and the client receives the refusal", async (_, headers) => {
    const { server } = await setUp();
    const answer = await request(server, { method: "POST", headers: { ...ECHO.headers, ...headers } }, large);
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body).error.message).toBe("The request body may be at most 4194304 bytes long.");
    expect(await answerOf(await fetch(server.url, ECHO))).toHaveProperty("result");
  });

  test("is accepted when the limit allows it", async () => {
    const { server } = await setUp({ limits: { maxBodySize: 20 * 1024 * 1024 } });
    const value = "ü".repeat(5 * 1024 * 1024);
    const answer = await answerOf(
      await fetch(server.url, modern(1, "tools/call", { name: "echo", arguments: { text: value } })),
    );
    expect(answer.result?.content).toMatchObject([{ text: value }]);
  });
});

test("50 requests at a time, on both kinds of connection", async () => {
  const { server } = await setUp();
  const agent = new http.Agent({ keepAlive: true, maxSockets: 10 });
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, id) => {
      const { method, headers, body } = modern(id, "tools/call", { name: "echo", arguments: { text: `${id}` } });
      return request(server, { method, headers, ...(id % 2 === 0 && { agent }) }, body);
    }),
  );
  expect(answers.map(({ body }) => JSON.parse(body).result.content[0].text)).toEqual(answers.map((_, id) => `${id}`));
  agent.destroy();
});

describe("a client that disconnects", () => {
  test("aborts a modern call", async () => {
    const { server, stage } = await setUp();
    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const gone = new AbortController();
    const call = fetch(server.url, { ...modern(1, "tools/call", { name: "wait" }), signal: gone.signal });
    await started;
    gone.abort();
    await expect(call).rejects.toThrow();
    await aborted;
  });

  test("aborts a modern call that was streaming", async () => {
    const { server, stage } = await setUp();
    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const response = await fetch(server.url, modern(1, "tools/call", { name: "progress" }));
    await started;
    await response.body?.cancel();
    await aborted;
  });

  test("does not abort a legacy call", async () => {
    const { server, stage } = await setUp();
    const session = (await fetch(server.url, legacy(INITIALIZE))).headers.get("mcp-session-id") ?? "";
    const started = once(stage, "started");
    const call = await fetch(
      server.url,
      legacy({ id: 1, method: "tools/call", params: { name: "progress" } }, session),
    );
    const stream = readEvents(call);
    const { value: first } = await stream.next();
    await started;
    await stream.return(undefined);
    stage.emit("release");
    const resumed = await fetch(server.url, {
      headers: { accept: "text/event-stream", "mcp-session-id": session, "last-event-id": first?.id ?? "" },
    });
    expect(await answerOf(resumed)).toMatchObject({ id: 1, result: { content: [{ text: "released" }] } });
  });

  test("in the middle of its request causes no error report", async () => {
    const { server, errors } = await setUp();
    const socket = net.connect(server.port, "127.0.0.1");
    socket.write(
      "POST /mcp HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{",
    );
    await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    await once(socket, "close");
    expect(await answerOf(await fetch(server.url, ECHO))).toHaveProperty("result");
    expect(errors).toEqual([]);
  });
});

describe("close", () => {
  test("ends streams, sessions and idle connections, and lets calls finish", async () => {
    const { server, stage } = await setUp({ shutdownGraceMs: 60_000 });
    const session = (await fetch(server.url, legacy(INITIALIZE))).headers.get("mcp-session-id") ?? "";
    const standing = await fetch(server.url, { headers: { accept: "text/event-stream", "mcp-session-id": session } });
    const subscription = await fetch(
      server.url,
      modern(2, "subscriptions/listen", { notifications: { toolsListChanged: true } }),
    );
    const idle = net.connect(server.port, "127.0.0.1").resume();
    await once(idle, "connect");
    const started = once(stage, "started");
    const call = fetch(server.url, modern(3, "tools/call", { name: "wait" }));
    await started;

    const idleClosed = once(idle, "close");
    const closed = server.close();
    expect(await standing.text()).not.toContain("event: message");
    expect(await answerOf(subscription)).toMatchObject({ id: 2, result: {} });
    stage.emit("release");
    expect(await answerOf(await call)).toMatchObject({ result: { content: [{ text: "released" }] } });
    await closed;
    await idleClosed;
    await expect(fetch(server.url, ECHO)).rejects.toThrow();
  });

  test("aborts a streaming call that does not finish", async () => {
    const { server, stage } = await setUp();
    const [started, aborted] = [once(stage, "started"), once(stage, "aborted")];
    const response = await fetch(server.url, modern(1, "tools/call", { name: "progress" }));
    await started;
    await server.close();
    await aborted;
    await response.text().catch(() => undefined);
  });

  test("does not wait for a client that does not read", async () => {
    const { server } = await setUp();
    const socket = net.connect(server.port, "127.0.0.1").pause();
    const { body, headers } = modern(1, "tools/call", { name: "echo", arguments: { text: "x".repeat(3_000_000) } });
    const lines = Object.entries({ ...headers, host: "localhost", "content-length": body.length }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.write(`POST /mcp HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n${body}`);
    await once(socket, "readable");
    await server.close();
    socket.destroy();
  });
});

describe("timeouts", () => {
  const KEPT = "GET /healthz HTTP/1.1\r\nhost: localhost\r\n\r\n";

  test.each<[string, ServeHttpOptions, number]>([
    ["by default", {}, 65],
    ["by an option", { keepAliveTimeoutMs: 620_000 }, 620],
  ])("keep idle connections longer than load balancers do, %s", async (_, options, seconds) => {
    const { server } = await setUp(options);
    const { headers } = await fetch(server.url);
    expect(headers.get("keep-alive")).toBe(`timeout=${seconds}`);
  });

  test("end idle connections", async () => {
    const { server } = await setUp({ keepAliveTimeoutMs: 50 });
    expect(await raw(server, KEPT)).toMatch(/^HTTP\/1.1 200 /);
  });

  test("end connections whose headers do not come", async () => {
    const { server } = await setUp({ keepAliveTimeoutMs: 50, headersTimeoutMs: 100 });
    expect(await raw(server, "GET /healthz HTTP/1.1\r\n")).toMatch(/^HTTP\/1.1 408 /);
  });

  test("are not waited for when the server closes", async () => {
    const { server, stage } = await setUp({ keepAliveTimeoutMs: 600_000, shutdownGraceMs: 60_000 });
    const idle = net.connect(server.port, "127.0.0.1");
    idle.write(KEPT);
    await once(idle.resume(), "data");
    const started = once(stage, "started");
    const call = fetch(server.url, modern(1, "tools/call", { name: "wait" }));
    await started;
    const closed = server.close();
    await once(idle, "close");
    stage.emit("release");
    expect(await answerOf(await call)).toHaveProperty("result");
    await closed;
  });

  test.each<[ServeHttpOptions, string]>([
    [
      { keepAliveTimeoutMs: 0 },
      "keepAliveTimeoutMs must be a whole number of milliseconds from 1 to 2147483647, not 0.",
    ],
    [
      { keepAliveTimeoutMs: Number.NaN },
      "keepAliveTimeoutMs must be a whole number of milliseconds from 1 to 2147483647, not NaN.",
    ],
    [
      { keepAliveTimeoutMs: 2 ** 31 },
      "keepAliveTimeoutMs must be a whole number of milliseconds from 1 to 2147483647, not 2147483648.",
    ],
    [
      { headersTimeoutMs: 70_000.5 },
      "headersTimeoutMs must be a whole number of milliseconds from 1 to 2147483647, not 70000.5.",
    ],
    [
      { keepAliveTimeoutMs: 70_000, headersTimeoutMs: 70_000 },
      "headersTimeoutMs must be more than keepAliveTimeoutMs (70000 ms), but is 70000 ms. Set headersTimeoutMs to more, or keepAliveTimeoutMs to less.",
    ],
    [
      { headersTimeoutMs: 60_000 },
      "headersTimeoutMs must be more than keepAliveTimeoutMs (65000 ms by default), but is 60000 ms. Set headersTimeoutMs to more, or keepAliveTimeoutMs to less.",
    ],
  ])("that are invalid are refused: %j", async (options, message) => {
    await expect(serveHttpEngine(new Stage().engine, { port: 0, ...options })).rejects.toThrow(message);
  });
});

describe("listening", () => {
  test("on a port that is in use fails, and says what to do", async () => {
    const { server } = await setUp();
    await expect(serveHttpEngine(new Stage().engine, { port: server.port })).rejects.toMatchObject({
      code: "EADDRINUSE",
      message: expect.stringMatching(
        `Cannot listen on 127.0.0.1 port ${server.port}. Another program is using this port.`,
      ),
    });
  });

  test("on an address of another machine fails, and says what to do", async () => {
    await expect(serveHttpEngine(new Stage().engine, { port: 0, host: "192.0.2.1" })).rejects.toThrow(
      /does not have this address/,
    );
  });

  test("on what is not a host fails as a mistake in that option", async () => {
    await expect(serveHttpEngine(new Stage().engine, { port: 0, host: "localhost:3000" })).rejects.toMatchObject({
      option: "host",
      message: 'host must be a name or an address, without scheme and port, but is "localhost:3000".',
    });
  });

  test("on a bracketed IPv6 address", async () => {
    const { server } = await setUp({ host: "[::1]" });
    expect(server.url).toBe(`http://[::1]:${server.port}/mcp`);
    expect(await answerOf(await fetch(server.url, ECHO))).toHaveProperty("result");
  });

  test("on an address of one network, without its interface, fails, and says what to do", async () => {
    await expect(serveHttpEngine(new Stage().engine, { port: 0, host: "fe80::1" })).rejects.toMatchObject({
      option: "host",
      message: expect.stringMatching(/^Cannot listen on fe80::1 port 0\. .*set host to one such as fe80::1%eth0/),
    });
  });
});

describe("an address beyond this machine", () => {
  test("needs allowedHosts, and says so", async () => {
    const { server, errors } = await setUp({ host: "0.0.0.0" });
    expect(errors).toEqual([expect.stringMatching(/^Listening on 0.0.0.0, .*Set allowedHosts/)]);
    expect(server.url).toBe(`http://localhost:${server.port}/mcp`);
    expect(
      (await request(server, { method: "POST", headers: { ...ECHO.headers, host: "0.0.0.0" } }, ECHO.body)).status,
    ).toBe(403);
    expect((await request(server, { method: "POST", headers: ECHO.headers }, ECHO.body)).status).toBe(200);
  });

  test("gives no warning with them", async () => {
    const { server, errors } = await setUp({ host: "0.0.0.0", allowedHosts: ["mcp.example.com"] });
    expect(errors).toEqual([]);
    expect(
      (await request(server, { method: "POST", headers: { ...ECHO.headers, host: "mcp.example.com" } }, ECHO.body))
        .status,
    ).toBe(200);
    expect((await request(server, { method: "POST", headers: ECHO.headers }, ECHO.body)).status).toBe(200);
  });

  test.each([undefined, ["mcp.example.com"]])(
    "becomes an allowed host if it is a single address, with %j",
    async (hosts) => {
      const { server } = await setUp({ host: "127.0.0.2", ...(hosts && { allowedHosts: hosts }) });
      expect(
        (await request(server, { host: "127.0.0.2", method: "POST", headers: ECHO.headers }, ECHO.body)).status,
      ).toBe(200);
    },
  );
});
