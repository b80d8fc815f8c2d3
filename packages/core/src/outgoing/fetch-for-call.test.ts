import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { type CallingCall, fetchForCall } from "./fetch-for-call.js";
import type { FetchInit } from "./fetch-options.js";
import { startLocalServer } from "./local-server.fixture.js";
import type { Send } from "./send.js";
import { sendByFetch } from "./send-by-fetch.js";

function callWith(parts: Partial<CallingCall> = {}): CallingCall {
  return {
    ...{ signal: new AbortController().signal, leftMs: () => undefined, meta: {}, options: { allowPrivate: true } },
    ...parts,
  };
}

const again = { "retry-after": "0" };

/** Answers with each of these statuses once, and then with 200. */
function failing(...statuses: number[]) {
  return (_: unknown, response: ServerResponse) => response.writeHead(statuses.shift() ?? 200, again).end("done");
}

describe.each<[string, Send | undefined]>([
  ["Node's client", undefined],
  ["the platform's fetch", sendByFetch],
])("ctx.fetch by %s", (_, send) => {
  const fetch = (input: string | URL | Request, init?: FetchInit, call?: Partial<CallingCall>) =>
    fetchForCall(callWith(call), input, init, send);

  it("sends a request, and gives the platform's response", async () => {
    const server = await startLocalServer(({ method, url, body }, response) =>
      response.writeHead(201, "Made", { "x-one": "1", "set-cookie": ["a=1", "b=2"] }).end(`${method} ${url} ${body}`),
    );
    const response = await fetch(`${server.url}/a%20b?c=d#e`, {
      method: "post",
      body: "Grüße",
      headers: { "x-own": "2" },
    });
    expect(response).toBeInstanceOf(Response);
    expect(response).toMatchObject({ status: 201, statusText: "Made", ok: true, redirected: false });
    expect(response.url).toBe(`${server.url}/a%20b?c=d`);
    expect(response.clone().url).toBe(response.url);
    expect(response.headers.get("x-one")).toBe("1");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(await response.text()).toBe("POST /a%20b?c=d Grüße");
    const { headers } = server.received[0] ?? {};
    expect(headers).toMatchObject({ "x-own": "2", "content-type": "text/plain;charset=UTF-8", "content-length": "7" });
    expect(headers).toMatchObject({ accept: "*/*", host: `127.0.0.1:${server.port}` });
  });

  const form = new FormData();
  form.append("name", "Ada");
  it.each<[string, RequestInit["body"], RegExp]>([
    ["parameters", new URLSearchParams({ q: "a b" }), /^q=a\+b$/],
    ["a form", form, /name="name"\r\n\r\nAda\r\n/],
    ["bytes", new Uint8Array([65, 66]), /^AB$/],
    ["a blob", new Blob(["AB"]), /^AB$/],
    ["a stream", new Blob(["AB"]).stream(), /^AB$/],
    ["nothing", null, /^$/],
  ])("sends %s", async (_, body, expected) => {
    const server = await startLocalServer(failing());
    await fetch(server.url, { method: "DELETE", body: body ?? null, retries: 0 });
    expect(server.received[0]?.body).toMatch(expected);
  });

  it("takes a request, and each part of init instead of the request's", async () => {
    const server = await startLocalServer(failing());
    const request = new Request(server.url, { method: "POST", body: "one", headers: { "x-a": "1", "x-b": "1" } });
    await fetch(request.clone(), { headers: { "x-a": "2" } });
    await fetch(request, { body: "two" });
    expect(server.received.map(({ body }) => body)).toEqual(["one", "two"]);
    expect(server.received.map(({ headers }) => [headers["x-a"], headers["x-b"]])).toEqual([
      ["2", undefined],
      ["1", "1"],
    ]);
  });

  describe("tries again", () => {
    it.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"])("a %s", async (method) => {
      const server = await startLocalServer(failing(503, 429));
      const body = method === "PUT" ? "text" : null;
      expect((await fetch(server.url, { method, body })).status).toBe(200);
      expect(server.received.map(({ body }) => body)).toEqual(new Array(3).fill(body ?? ""));
    });

    it.each([429, 502, 503, 504])("after a %i", async (status) => {
      const server = await startLocalServer(failing(status));
      expect((await fetch(server.url)).status).toBe(200);
      expect(server.received).toHaveLength(2);
    });

    it("when the connection breaks", async () => {
      let count = 0;
      const server = await startLocalServer((_, response, message) => {
        count += 1;
        if (count < 3) message.socket.destroy();
        else response.end("done");
      });
      expect(await (await fetch(server.url)).text()).toBe("done");
    });

    it.each(["-5", "1.5", "junk", ""])("after a while of its own if Retry-After is %j", async (wait) => {
      const server = await startLocalServer((_, response) => response.writeHead(503, { "retry-after": wait }).end());
      // The wait is longer than what is left.
      expect((await fetch(server.url, {}, { leftMs: () => 1 })).status).toBe(503);
      expect(server.received).toHaveLength(1);
    });

    it("as often as the option says, also the server's", async () => {
      const server = await startLocalServer(failing(...new Array(9).fill(503)));
      expect((await fetch(server.url, { retries: 4 })).status).toBe(503);
      expect(server.received).toHaveLength(5);
      expect((await fetch(server.url, {}, { options: { allowPrivate: true, retries: 1 } })).status).toBe(503);
      expect(server.received).toHaveLength(7);
    });
  });

  describe("does not try again", () => {
    it.each<[string, number, FetchInit, Partial<CallingCall>]>([
      ["a POST", 503, { method: "POST", body: "text" }, {}],
      ["a PATCH", 503, { method: "PATCH", body: "text" }, {}],
      ["a stream", 503, { method: "PUT", body: new Blob(["text"]).stream() }, {}],
      ["without retries", 503, { retries: 0 }, {}],
      ["after a 500", 500, {}, {}],
      ["after a 404", 404, {}, {}],
      ["beyond the deadline", 503, { headers: { "x-wait": "5" } }, { leftMs: () => 4_000 }],
      ["after a long time", 503, { headers: { "x-wait": "3600" } }, {}],
      ["after a date far away", 429, { headers: { "x-wait": "Fri, 31 Dec 2999 23:59:59 GMT" } }, {}],
    ])("%s", async (_, status, init, call) => {
      const server = await startLocalServer(({ headers }, response) =>
        response.writeHead(status, { "retry-after": String(headers["x-wait"] ?? 0) }).end("busy"),
      );
      const response = await fetch(server.url, init, call);
      expect([response.status, await response.text()]).toEqual([status, "busy"]);
      expect(server.received).toHaveLength(1);
    });
  });

  it("says what has failed, without the query", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await once(closed, "listening");
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const failure = await fetch(`http://127.0.0.1:${port}/path?key=secret`, { retries: 1 }).catch((error) => error);
    expect(failure).toBeInstanceOf(TypeError);
    const text = `ctx.fetch: GET http://127.0.0.1:${port}/path failed (2 attempts): connect ECONNREFUSED 127.0.0.1:${port}`;
    expect(failure.message).toBe(text);
    expect(failure.cause).toBeInstanceOf(Error);
  });

  it.each(["file:///etc/passwd", "data:text/plain,a", "ftp://example.com/"])("refuses %s", async (url) => {
    const { protocol } = new URL(url);
    const message = `ctx.fetch can fetch URLs of http: and https: only, not of ${protocol}`;
    await expect(fetch(url)).rejects.toThrow(message);
  });

  it.each([
    ["transfer-encoding", "chunked"],
    ["upgrade", "h2c"],
    ["connection", "upgrade"],
    ["keep-alive", "timeout=5"],
    ["expect", "100-continue"],
  ])("refuses the header %s: %s", async (name, value) => {
    const server = await startLocalServer(failing());
    const sent = fetch(server.url, { method: "POST", body: "text", headers: { [name]: value } });
    await expect(sent).rejects.toThrow(`ctx.fetch cannot send the header "${name}: ${value}": leave it out`);
    expect(server.received).toEqual([]);
  });

  it("refuses options that are wrong", async () => {
    await expect(fetch("http://a.example/", { retries: -1 })).rejects.toThrow("retries must be a whole number");
    await expect(fetch("/path")).rejects.toThrow("Failed to parse URL from /path");
  });

  describe("follows redirects", () => {
    it("to the end", async () => {
      const server = await startLocalServer(({ url }, response) => {
        const next = Number(url.slice(1)) + 1;
        if (next > 20) response.end("arrived");
        else response.writeHead(302, { location: `/${next}` }).end("moved");
      });
      const response = await fetch(`${server.url}/0`);
      expect(response).toMatchObject({ redirected: true, url: `${server.url}/20` });
      expect(await response.text()).toBe("arrived");
    });

    it("twenty times at most", async () => {
      const server = await startLocalServer((_, response) => response.writeHead(302, { location: "/" }).end());
      await expect(fetch(server.url)).rejects.toThrow("ctx.fetch: more than 20 redirects, the last one of GET");
      expect(server.received).toHaveLength(21);
    });

    it("as init says", async () => {
      const server = await startLocalServer((_, response) => response.writeHead(302, { location: "/x" }).end("moved"));
      const response = await fetch(server.url, { redirect: "manual" });
      expect([response.status, response.headers.get("location"), await response.text()]).toEqual([302, "/x", "moved"]);
      await expect(fetch(server.url, { redirect: "error" })).rejects.toThrow("was redirected");
      await expect(fetch(new Request(server.url, { redirect: "error" }))).rejects.toThrow("was redirected");
    });

    it("without credentials and the trace to another origin, which get the body of a 307", async () => {
      const other = await startLocalServer(failing());
      const server = await startLocalServer((_, response) => response.writeHead(307, { location: other.url }).end());
      const meta = { traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", baggage: "user=7" };
      const headers = {
        authorization: "Bearer secret",
        cookie: "a=secret",
        "x-api-key": "secret",
        accept: "text/plain",
      };
      await fetch(server.url, { method: "POST", body: "text", headers }, { meta });
      expect(server.received[0]?.headers).toMatchObject({ ...headers, ...meta });
      const { headers: arrived = {}, body } = other.received[0] ?? {};
      expect(body).toBe("text");
      expect(arrived).toMatchObject({ accept: "text/plain", host: `127.0.0.1:${other.port}` });
      expect(JSON.stringify(arrived)).not.toMatch(/secret|baggage|traceparent/);
    });

    it("not to an address that is refused", async () => {
      const secret = await startLocalServer(failing());
      const server = await startLocalServer((_, response) => response.writeHead(302, { location: secret.url }).end());
      const options = { allowPrivate: [`127.0.0.1:${server.port}`] };
      await expect(fetch(server.url, {}, { options })).rejects.toMatchObject({
        name: "PrivateAddressError",
        host: "127.0.0.1",
        message:
          "ctx.fetch does not connect to 127.0.0.1: this is a loopback address. " +
          'If the server may reach it, allow it: defineServer(…, { fetch: { allowPrivate: ["127.0.0.1"] } }).',
      });
      expect(server.received).toHaveLength(1);
      expect(secret.received).toHaveLength(0);
    });
  });

  it.each(["localhost", "127.1", "2130706433", "0x7f.1", "017700000001", "[::ffff:127.0.0.1]", "①②⑦.⓪.⓪.①", "0"])(
    "refuses http://%s",
    async (host) => {
      const server = await startLocalServer(failing());
      const refused = fetch(`http://${host}:${server.port}/`, {}, { options: undefined });
      await expect(refused).rejects.toMatchObject({ name: "PrivateAddressError" });
      expect(server.received).toHaveLength(0);
    },
  );

  it("lets init allow what the server's options do not, and forbid what they allow", async () => {
    const server = await startLocalServer(failing());
    const allowed = await fetch(server.url, { allowPrivate: true }, { options: { allowPrivate: false } });
    expect(allowed.status).toBe(200);
    await expect(fetch(server.url, { allowPrivate: [] })).rejects.toMatchObject({ name: "PrivateAddressError" });
  });

  describe("ends with the call, or with init's signal,", () => {
    const ends: [string, (signal: AbortSignal) => [FetchInit, Partial<CallingCall>]][] = [
      ["the call", (signal) => [{}, { signal }]],
      ["init", (signal) => [{ signal }, {}]],
    ];

    it.each(ends)("before the response: %s", async (_, by) => {
      const stop = new AbortController();
      const server = await startLocalServer((_, response) => {
        response.once("close", gone);
        stop.abort(new Error("enough"));
      });
      let gone: () => void = () => undefined;
      const isGone = new Promise<void>((resolve) => {
        gone = resolve;
      });
      await expect(fetch(server.url, ...by(stop.signal))).rejects.toThrow("enough");
      await isGone;
      expect(server.received).toHaveLength(1);
    });

    it.each(ends)("while the body comes: %s", async (_, by) => {
      const stop = new AbortController();
      let gone: () => void = () => undefined;
      const isGone = new Promise<void>((resolve) => {
        gone = resolve;
      });
      const server = await startLocalServer((_, response) => {
        response.once("close", gone);
        response.write("first");
      });
      const response = await fetch(server.url, ...by(stop.signal));
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
      const rest = reader.read();
      stop.abort(new Error("enough"));
      await expect(rest).rejects.toThrow("enough");
      await isGone;
    });

    it.each(ends)("while it waits for another attempt: %s", async (_, by) => {
      const stop = new AbortController();
      const server = await startLocalServer((_, response) => {
        response.writeHead(503, { "retry-after": "9" }).end();
        setTimeout(() => stop.abort(new Error("enough")), 50);
      });
      await expect(fetch(server.url, ...by(stop.signal))).rejects.toThrow("enough");
      expect(server.received).toHaveLength(1);
    });

    it.each(ends)("before it begins: %s", async (_, by) => {
      const server = await startLocalServer(failing());
      const signal = AbortSignal.abort(new Error("enough"));
      await expect(fetch(server.url, ...by(signal))).rejects.toThrow("enough");
      expect(server.received).toHaveLength(0);
    });
  });

  it("closes the connection of a body that nobody wants", async () => {
    let gone: () => void = () => undefined;
    const isGone = new Promise<void>((resolve) => {
      gone = resolve;
    });
    const server = await startLocalServer((_, response) => {
      response.once("close", gone);
      response.write("first");
    });
    await (await fetch(server.url)).body?.cancel();
    await isGone;
  });

  it.each([302, 503])("closes the connection of a %i that it does not return", async (status) => {
    let gone: () => void = () => undefined;
    const isGone = new Promise<void>((resolve) => {
      gone = resolve;
    });
    let count = 0;
    const server = await startLocalServer((_, response) => {
      count += 1;
      if (count > 1) return response.end("done");
      response.once("close", gone);
      response.writeHead(status, { location: "/next", "retry-after": "0" }).write("a body without an end");
    });
    expect(await (await fetch(server.url)).text()).toBe("done");
    await isGone;
  });

  it("reports a body that ends too early to whoever reads it", async () => {
    const server = await startLocalServer((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("first");
      setTimeout(() => response.destroy(), 20);
    });
    await expect((await fetch(server.url)).text()).rejects.toThrow(TypeError);
  });
});
