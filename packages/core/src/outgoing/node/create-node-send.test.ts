import { createServer as createSecureServer, Agent as SecureAgent } from "node:https";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchForCall } from "../fetch-for-call.js";
import type { FetchInit, FetchOptions } from "../fetch-options.js";
import { LOCAL_CERTIFICATE } from "../local-certificate.fixture.js";
import { startLocalServer } from "../local-server.fixture.js";
import { whyPrivate } from "../why-private.js";
import { createNodeSend } from "./create-node-send.js";
import type { Lookup } from "./guarded-lookup.js";
import { loadNode, type NodeModules } from "./load-node.js";

/** The address that counts as public here. All of 127.0.0.0/8 reaches this machine. */
const PUBLIC = "127.0.0.2";

/**
 * Fetches with names that this says the addresses of, from one look-up to the next.
 *
 * @param modules Take the place of Node's own
 */
async function fetchWith(
  answers: Readonly<Record<string, readonly (readonly string[])[]>>,
  options?: FetchOptions,
  modules?: Partial<NodeModules>,
  silenceMs?: number,
) {
  const lookups: string[] = [];
  const lookup: Lookup = (host, _, callback) => {
    const left = answers[host] ?? [];
    const found = left[lookups.filter((name) => name === host).length] ?? left.at(-1);
    lookups.push(host);
    const missing = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" });
    const addresses = (found ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    process.nextTick(callback, found ? null : missing, addresses);
  };
  const why = (host: string) => (host === PUBLIC ? undefined : whyPrivate(host));
  const send = createNodeSend({ ...(await loadNode()), ...modules }, { lookup, why, ...(silenceMs && { silenceMs }) });
  const call = { signal: new AbortController().signal, leftMs: () => undefined, meta: {}, options };
  const fetch = (url: string, init?: FetchInit) => fetchForCall(call, url, init, send);
  return { fetch, lookups };
}

describe("a name", () => {
  it("is looked up once, and its address is the one that is connected to", async () => {
    const good = await startLocalServer((_, response) => response.end("good"), { host: PUBLIC });
    const secret = await startLocalServer((_, response) => response.end("secret"), { port: good.port });
    // What rebinding does: whoever looks up the name a second time gets another address.
    const { fetch, lookups } = await fetchWith({ "a.example": [[PUBLIC], ["127.0.0.1"]] });
    const url = `http://a.example:${good.port}/`;
    expect(await (await fetch(url, { headers: { connection: "close" } })).text()).toBe("good");
    expect(lookups).toEqual(["a.example"]);
    await expect(fetch(url)).rejects.toMatchObject({
      ...{ name: "PrivateAddressError", host: "a.example", address: "127.0.0.1" },
      message:
        "ctx.fetch does not connect to a.example: its address 127.0.0.1 is a loopback address. " +
        'If the server may reach it, allow it: defineServer(…, { fetch: { allowPrivate: ["a.example"] } }).',
    });
    expect(good.received[0]?.headers.host).toBe(`a.example:${good.port}`);
    expect(secret.received).toEqual([]);
  });

  it.each([[["10.0.0.1"]], [[PUBLIC, "10.0.0.1"]], [["::1"]], [["fe80::1%eth0"]], [["::ffff:169.254.169.254"]]])(
    "is refused if it stands for %j, once and for all",
    async (addresses) => {
      const { fetch, lookups } = await fetchWith({ "a.example": [addresses] });
      await expect(fetch("http://a.example/")).rejects.toMatchObject({ name: "PrivateAddressError" });
      expect(lookups).toEqual(["a.example"]);
    },
  );

  it("is checked again where a redirect leads", async () => {
    const secret = await startLocalServer((_, response) => response.end("secret"));
    const location = `http://b.example:${secret.port}/`;
    const good = await startLocalServer((_, response) => response.writeHead(302, { location }).end(), { host: PUBLIC });
    const { fetch } = await fetchWith({ "a.example": [[PUBLIC]], "b.example": [["127.0.0.1"]] });
    await expect(fetch(`http://a.example:${good.port}/`)).rejects.toMatchObject({
      ...{ name: "PrivateAddressError", host: "b.example" },
    });
    expect(secret.received).toEqual([]);
  });

  it("that is allowed may stand for any address, without opening it to others", async () => {
    const server = await startLocalServer((_, response) => response.end("inside"));
    const [inside, outside] = ["inside.example", "outside.example"].map((host) => `http://${host}:${server.port}/`);
    const { fetch } = await fetchWith(
      { "inside.example": [["127.0.0.1"]], "outside.example": [["127.0.0.1"]] },
      { allowPrivate: ["inside.example"] },
    );
    expect(await (await fetch(inside as string)).text()).toBe("inside");
    // The connection that is now open must not serve a call that may not use it.
    await expect(fetch(inside as string, { allowPrivate: false })).rejects.toMatchObject({
      name: "PrivateAddressError",
    });
    await expect(fetch(outside as string)).rejects.toMatchObject({ name: "PrivateAddressError" });
    expect(server.received).toHaveLength(1);
  });

  it("that nobody knows is a failure with its name", async () => {
    const { fetch } = await fetchWith({});
    await expect(fetch("http://a.example/", { retries: 0 })).rejects.toThrow(
      "ctx.fetch: GET http://a.example/ failed: getaddrinfo ENOTFOUND a.example",
    );
  });
});

describe("over TLS", () => {
  async function startSecureServer() {
    const server = createSecureServer(LOCAL_CERTIFICATE, ({ headers }, response) => response.end(headers.host));
    await new Promise<void>((resolve) => server.listen(0, PUBLIC, resolve));
    onTestFinished(() => void server.close());
    return (server.address() as AddressInfo).port;
  }

  /** Trusts the certificate of the test. */
  async function trusting(): Promise<Partial<NodeModules>> {
    const { https } = await loadNode();
    class Agent extends SecureAgent {
      constructor(options: object) {
        super({ ...options, ca: LOCAL_CERTIFICATE.cert });
      }
    }
    return { https: { ...https, Agent } };
  }

  it("the certificate must be that of the name", async () => {
    const port = await startSecureServer();
    const names = { "a.example": [[PUBLIC]], "b.example": [[PUBLIC]] };
    const { fetch } = await fetchWith(names, { retries: 0 }, await trusting());
    expect(await (await fetch(`https://a.example:${port}/`)).text()).toBe(`a.example:${port}`);
    await expect(fetch(`https://b.example:${port}/`)).rejects.toThrow(
      "Hostname/IP does not match certificate's altnames",
    );
  });

  it("the certificate must be trusted", async () => {
    const port = await startSecureServer();
    const { fetch } = await fetchWith({ "a.example": [[PUBLIC]] }, { retries: 0 });
    const message = `ctx.fetch: GET https://a.example:${port}/ failed: self-signed certificate`;
    await expect(fetch(`https://a.example:${port}/`)).rejects.toThrow(message);
  });

  it("addresses are refused as without", async () => {
    const { fetch } = await fetchWith({ "a.example": [["10.0.0.1"]] });
    await expect(fetch("https://a.example/")).rejects.toMatchObject({ name: "PrivateAddressError" });
  });
});

it("does not send what has been stopped already", async () => {
  const server = await startLocalServer((_, response) => response.end());
  const send = createNodeSend(await loadNode());
  const request = { method: "POST", url: new URL(server.url), headers: new Headers(), body: new Uint8Array([65]) };
  const signal = AbortSignal.abort(new Error("enough"));
  await expect(send(request, { signal, isGuarded: false })).rejects.toThrow("enough");
  expect(server.received).toEqual([]);
});

it.each([
  ["longer", "3", "abcdef"],
  ["shorter", "9", "abcdef"],
])("does not send a stream that is %s than it says", async (_, length, text) => {
  const server = await startLocalServer((_, response) => response.end());
  const { fetch } = await fetchWith({}, { allowPrivate: true });
  const init = { method: "POST", body: new Blob([text]).stream(), headers: { "content-length": length } };
  await expect(fetch(server.url, init)).rejects.toThrow(`the body does not have the ${length} bytes`);
  expect(server.received.map(({ body }) => body)).not.toContain(text);
});

it("sends a stream of the length that it says, and no length without a body", async () => {
  const server = await startLocalServer((_, response) => response.end());
  const { fetch } = await fetchWith({}, { allowPrivate: true });
  const headers = { "content-length": "6" };
  await fetch(server.url, { method: "POST", body: new Blob(["abcdef"]).stream(), headers });
  await fetch(server.url, { headers });
  expect(server.received.map(({ headers, body }) => [headers["content-length"], body])).toEqual([
    ["6", "abcdef"],
    [undefined, ""],
  ]);
});

describe("a response", () => {
  const TEXT = "Grüße ".repeat(1000);
  const options = { allowPrivate: true };

  it.each([
    ["gzip", gzipSync(TEXT)],
    ["X-GZIP", gzipSync(TEXT)],
    ["deflate", deflateSync(TEXT)],
    ["br", brotliCompressSync(TEXT)],
    ["deflate, gzip", gzipSync(deflateSync(TEXT))],
    ["identity", Buffer.from(TEXT)],
  ])("is decoded from %s", async (encoding, bytes) => {
    const server = await startLocalServer((_, response) =>
      response.writeHead(200, { "content-encoding": encoding }).end(bytes),
    );
    const { fetch } = await fetchWith({}, options);
    expect(await (await fetch(server.url)).text()).toBe(TEXT);
    expect(server.received[0]?.headers["accept-encoding"]).toBe("gzip, deflate, br");
  });

  it("gives each part of a compressed stream as it comes", async () => {
    const server = await startLocalServer((_, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      // The end of this stream never comes.
      response.write(gzipSync("first").subarray(0, -8));
    });
    const { fetch } = await fetchWith({}, options);
    const reader = (await fetch(server.url)).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("first");
    await reader?.cancel();
  });

  it("that is not what its encoding says is an error for whoever reads it", async () => {
    const server = await startLocalServer((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end("plain"),
    );
    const { fetch } = await fetchWith({}, options);
    const response = await fetch(server.url);
    await expect(response.text()).rejects.toThrow(
      `ctx.fetch: the body of GET ${server.url}/ cannot be read: incorrect header check`,
    );
  });

  it.each([
    ["a HEAD", "HEAD", 200],
    ["a 204", "GET", 204],
    ["a 304", "GET", 304],
  ])("to %s has no body", async (_, method, status) => {
    const server = await startLocalServer((_, response) => response.writeHead(status).end());
    const { fetch } = await fetchWith({}, options);
    expect(await fetch(server.url, { method })).toMatchObject({ status, body: null });
  });

  it("with an impossible status is a failure", async () => {
    const server = await startLocalServer((_, response) => response.writeHead(999).end());
    const { fetch } = await fetchWith({}, options);
    const failure = `ctx.fetch: GET ${server.url}/ failed: it was answered with the status 999`;
    await expect(fetch(server.url, { retries: 0 })).rejects.toThrow(failure);
  });

  it("in another protocol is a failure", async () => {
    const headers = { connection: "upgrade", upgrade: "other" };
    const server = await startLocalServer((_, response) => response.writeHead(101, headers).end());
    const { fetch } = await fetchWith({}, options);
    await expect(fetch(server.url, { retries: 0 })).rejects.toThrow("failed: it was answered with another protocol");
  });

  it("that is encoded too often is a failure", async () => {
    const encoding = new Array(6).fill("br").join(", ");
    const server = await startLocalServer((_, response) =>
      response.writeHead(200, { "content-encoding": encoding }).end(),
    );
    const { fetch } = await fetchWith({}, options);
    await expect(fetch(server.url, { retries: 0 })).rejects.toThrow("failed: the body is encoded 6 times");
  });

  describe("whose body has begun", () => {
    const lengths = [
      ["a length", { "content-length": "10" }],
      ["chunks", { "transfer-encoding": "chunked" }],
      ["no length", { connection: "close" }],
      ["no length, compressed", { connection: "close", "content-encoding": "gzip" }],
    ] as const;

    async function begin(headers: Readonly<Record<string, string>>, signal?: AbortSignal, silenceMs?: number) {
      const server = await startLocalServer((_, response) => {
        response.useChunkedEncodingByDefault = false;
        response.writeHead(200, { ...headers });
        response.write("content-encoding" in headers ? gzipSync("first").subarray(0, -8) : "first");
      });
      const { fetch } = await fetchWith({}, options, {}, silenceMs);
      const response = await fetch(server.url, signal && { signal });
      const reader = (response.body as ReadableStream<Uint8Array>).getReader();
      expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
      return reader;
    }

    it.each(lengths)("with %s is not at its end when it is aborted", async (_, headers) => {
      const stop = new AbortController();
      const reader = await begin(headers, stop.signal);
      const rest = reader.read();
      stop.abort(new Error("enough"));
      await expect(rest).rejects.toThrow("enough");
    });

    it("is not at its end when nothing more comes", async () => {
      const reader = await begin({ connection: "close" }, undefined, 500);
      await expect(reader.read()).rejects.toThrow("cannot be read: nothing has happened for 0.5 s");
    });
  });

  it("uses the connection again", async () => {
    const ports = new Set<number | undefined>();
    const server = await startLocalServer((_, response, message) => {
      ports.add(message.socket.remotePort);
      response.end("done");
    });
    const { fetch } = await fetchWith({}, options);
    for (let count = 0; count < 3; count += 1) await (await fetch(server.url)).text();
    expect(ports.size).toBe(1);
  });
});
