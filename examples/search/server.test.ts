import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type SearchService, startSearchService } from "./search-service.fixture.js";

const PLAINMCP = fileURLToPath(new URL("../../packages/cli/bin/plainmcp.js", import.meta.url));
const MODES = [
  ["modern", { pin: "2026-07-28" }],
  ["legacy", "legacy"],
] as const;

let service: SearchService;
const hidden = { requests: 0, server: createServer() };
hidden.server.on("request", (_, response) => {
  hidden.requests += 1;
  response.end("secret");
});

beforeAll(async () => {
  hidden.server.listen(0, "127.0.0.1");
  await once(hidden.server, "listening");
  service = await startSearchService(`http://127.0.0.1:${(hidden.server.address() as AddressInfo).port}/image.png`);
});
beforeEach(() => void service.received.splice(0));
afterAll(async () => {
  await service.stop();
  hidden.server.close();
});

/** Cancels a search while the service works on it, and waits until the service notices. */
async function cancelSearch(client: Client): Promise<void> {
  service.gone.splice(0);
  const stop = new AbortController();
  const call = client.callTool({ name: "web", arguments: { query: "never" } }, { signal: stop.signal });
  const cancelled = expect(call).rejects.toThrow();
  await expect.poll(() => service.received.length).toBe(1);
  stop.abort();
  await cancelled;
  await expect.poll(() => service.gone).toEqual(["never"]);
}

/** The environment of the server. */
function environment(more: Record<string, string>): Record<string, string> {
  return { ...(process.env as Record<string, string>), SEARCH_URL: service.url, ...more };
}

describe.each(MODES)("over stdio, a %s client", (_, mode) => {
  const client = new Client({ name: "search-test", version: "1.0.0" }, { versionNegotiation: { mode } });
  let stderr = "";

  beforeAll(async () => {
    const command = { command: process.execPath, args: [PLAINMCP, "serve", "server.ts"], cwd: import.meta.dirname };
    const env = environment({ SEARCH_KEY: "key-of-the-server" });
    const transport = new StdioClientTransport({ ...command, env, stderr: "pipe" });
    transport.stderr?.on("data", (chunk) => {
      stderr += chunk;
    });
    await client.connect(transport);
  });
  afterAll(() => client.close());

  test("sees sixteen options, and each arrives at the service", async () => {
    const { tools } = await client.listTools();
    const { properties = {}, required } = tools.find(({ name }) => name === "web")?.inputSchema ?? {};
    expect(Object.keys(properties)).toHaveLength(16);
    expect(required).toEqual(["query"]);

    const search = {
      ...{ query: "plain servers", count: 2, offset: 1, country: "DE", language: "de", uiLanguage: "de-DE" },
      ...{ safeSearch: "strict", freshness: "week", after: "2026-11-01T00:00:00Z", before: "2026-11-30T00:00:00Z" },
      ...{ sites: ["a.example", "b.example"], withoutSites: ["c.example"], fileType: "pdf", spellcheck: false },
      ...{ passages: true, units: "metric" },
    };
    const { structuredContent } = await client.callTool({ name: "web", arguments: search });
    const [first, second] = ["0", "1"].map((index) => ({
      ...{ title: `plain servers ${index}`, url: `https://example.com/${index}`, description: "A page" },
      published: "2026-11-30T00:00:00.000Z",
    }));
    expect(structuredContent).toEqual({ results: [first, second], more: true });
    expect(service.received).toMatchObject([
      {
        path: "/v1/web",
        headers: { "x-api-key": "key-of-the-server" },
        parameters: {
          ...{ q: "plain servers", count: "2", offset: "1", country: "DE", search_lang: "de", ui_lang: "de-DE" },
          ...{ safesearch: "strict", freshness: "week", after: "2026-11-01T00:00:00.000Z" },
          ...{ before: "2026-11-30T00:00:00.000Z", sites: "a.example,b.example", exclude_sites: "c.example" },
          ...{ file_type: "pdf", spellcheck: "false", extra_snippets: "true", units: "metric" },
        },
      },
    ]);
  });

  test("needs only the query, and learns what is wrong with an option", async () => {
    await client.callTool({ name: "web", arguments: { query: "a" } });
    expect(service.received[0]?.parameters).toEqual({ q: "a", count: "10", safesearch: "moderate" });
    const wrong = await client.callTool({ name: "web", arguments: { query: "a", count: 21, country: "Germany" } });
    expect(wrong).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("arguments.count") }] });
    expect(service.received).toHaveLength(1);
  });

  test("sees images, and none from inside of the network", async () => {
    const { content } = await client.callTool({ name: "images", arguments: { query: "red" } });
    expect(content).toMatchObject([
      { type: "text", text: "Red: https://example.com/red" },
      { type: "image", mimeType: "image/png" },
      { type: "text", text: "Hidden: https://example.com/hidden" },
      { type: "text", text: "(This image cannot be shown.)" },
    ]);
    expect(hidden.requests).toBe(0);
    // The key is for the service, and not for whoever has the image.
    expect(service.received.map(({ path, headers }) => [path, headers["x-api-key"]])).toEqual([
      ["/v1/images", "key-of-the-server"],
      ["/pixel.png", undefined],
    ]);
  });

  test("can cancel a search", () => cancelSearch(client));

  test("does not notice that the service is busy for a moment", async () => {
    service.failures.push(503, 429);
    const { structuredContent } = await client.callTool({ name: "web", arguments: { query: "a", count: 1 } });
    expect(structuredContent).toMatchObject({ results: [{ title: "a 0" }] });
    expect(service.received).toHaveLength(3);
  });

  test("learns that there are no searches left, and nothing of the service's failures", async () => {
    service.failures.push(429, 429, 429);
    expect(await client.callTool({ name: "web", arguments: { query: "a" } })).toMatchObject({
      ...{ isError: true, content: [{ text: "The key has no searches left for now. Try again later." }] },
    });
    service.failures.push(500);
    const failed = await client.callTool({ name: "web", arguments: { query: "a" } });
    expect(failed).toMatchObject({ isError: true });
    expect(JSON.stringify(failed)).not.toContain("db-7");
    await expect.poll(() => stderr).toContain("The search service answers 500: internal: db-7.corp.example is down");
  });
});

describe.each(MODES)("over HTTP, a %s client", (_, mode) => {
  let url: URL;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const args = ["--import", "@plainmcp/compiler/register", "main.ts"];
    const env = environment({ PORT: "0" });
    const child = spawn(process.execPath, args, {
      cwd: import.meta.dirname,
      env,
      stdio: ["ignore", "inherit", "pipe"],
    });
    const exited = once(child, "exit");
    stop = async () => {
      child.kill();
      await exited;
    };
    let stderr = "";
    url = await new Promise((resolve, reject) => {
      child.stderr.on("data", (chunk) => {
        stderr += chunk;
        const [, found] = /Listening on (\S+)/.exec(stderr) ?? [];
        if (found !== undefined) resolve(new URL(found));
      });
      child.once("exit", () => reject(new Error(`The server has ended:\n${stderr}`)));
    });
  });
  afterAll(() => stop());

  async function connectWith(headers: Record<string, string>): Promise<Client> {
    const client = new Client({ name: "search-test", version: "1.0.0" }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    onTestFinished(() => client.close());
    return client;
  }

  async function searchWith(headers: Record<string, string>) {
    const client = await connectWith(headers);
    return client.callTool({ name: "web", arguments: { query: "a", count: 1 } });
  }

  test("can cancel a search", async () => cancelSearch(await connectWith({ "x-api-key": "key-of-ada" })));

  test("searches with the key of its request", async () => {
    const keys = ["key-of-ada", "key-of-bob"];
    const results = await Promise.all(keys.map((key) => searchWith({ "x-api-key": key })));
    expect(results.map(({ isError }) => isError ?? false)).toEqual([false, false]);
    expect(service.received.map(({ headers }) => headers["x-api-key"]).sort()).toEqual(keys);
  });

  test.each([
    ["no key", {}, "This needs a key of the search service: send it in the header X-Api-Key, or set SEARCH_KEY."],
    ["a wrong key", { "x-api-key": "wrong" }, "The search service does not know this key. Ask for a valid one."],
  ])("is told that it has %s", async (_, headers, text) => {
    expect(await searchWith(headers)).toMatchObject({ isError: true, content: [{ type: "text", text }] });
  });
});
