import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { modernPost } from "./support/post.js";
import { recordingFetch } from "./support/recording-fetch.js";
import { MODERN } from "./support/revisions.js";
import { type HttpProcess, startHttp } from "./support/serve.js";
import { WireLog } from "./support/wire-log.js";

const REGISTER = new URL("../packages/compiler/dist/register/register.js", import.meta.url).href;
const MODES = ["legacy", "modern"] as const;

/** Waits as long as the test may take. */
const PATIENT = { timeout: 50_000 };

/** The servers in `fixtures`, and the paths at which each has ours mounted. */
const SERVERS = {
  node: ["/mcp", "/parsed/mcp"],
  express: ["/mcp", "/parsed/mcp", "/middleware/mcp", "/api/v1/mcp"],
  fastify: ["/mcp", "/parsed/mcp", "/api/v1/mcp"],
  hono: ["/mcp", "/parsed/mcp", "/api/v1/mcp"],
};

describe.each(Object.entries(SERVERS))("in a server of %s", (name, paths) => {
  let server: HttpProcess;
  beforeAll(async () => {
    server = await startHttp(["--import", REGISTER, `test/fixtures/${name}-server.ts`]);
  });
  afterAll(() => server.stop());

  const urlOf = (path: string) => new URL(path, server.url);

  it.each(paths.flatMap((path) => MODES.map((mode) => ({ path, mode }))))(
    "$path serves a $mode client",
    async ({ path, mode }) => {
      const { client, problems } = await open(urlOf(path), mode);
      const sum = await client.callTool({ name: "add", arguments: { a: 2, b: 3 } });
      expect(sum).toMatchObject({ content: [{ type: "text", text: "5" }] });

      const steps: number[] = [];
      await client.callTool({ name: "steps" }, { onprogress: ({ progress }) => void steps.push(progress) });
      expect([steps[0], steps.at(-1)]).toEqual([1, 3]);

      client.setRequestHandler("elicitation/create", () => ({ action: "accept", content: { name: "Ada" } }));
      expect(await client.callTool({ name: "ask" })).toMatchObject({ content: [{ text: "Hello Ada" }] });

      const updated: string[] = [];
      client.setNotificationHandler("notifications/resources/updated", ({ params }) => void updated.push(params.uri));
      const uri = "protocol://text";
      if (mode === "modern") await client.listen({ resourceSubscriptions: [uri] });
      else await client.subscribeResource({ uri });
      await client.callTool({ name: "touch", arguments: { uri } });
      await expect.poll(() => updated, PATIENT).toEqual([uri]);

      await client.close();
      expect(problems()).toEqual([]);
    },
  );

  it.each(paths)("%s aborts the call of a client that disconnects", async (path) => {
    const id = `at ${path}`;
    const gone = new AbortController();
    const call = post(urlOf(path), { id, name: "hang", signal: gone.signal });
    await expect.poll(server.stderr, PATIENT).toContain(`hanging ${id}\n`);
    gone.abort();
    await expect(call).rejects.toThrow();
    await expect.poll(server.stderr, PATIENT).toContain(`aborted ${id}\n`);
  });

  it.each(paths)("%s keeps the key __proto__ out", async (path) => {
    const args = JSON.parse('{ "text": "x", "__proto__": { "a": 1 } }');
    const response = await post(urlOf(path), { id: 1, name: "echo", args });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("__proto__");
  });

  it("tells its operator of no error", () => {
    expect(server.stderr()).not.toMatch(/error/i);
  });
});

describe("a body that was read and not passed on", () => {
  it("is a failure that tells the operator what to do, and the next request is answered", async () => {
    const server = await startHttp(["--import", REGISTER, "test/fixtures/express-server.ts"]);
    onTestFinished(() => server.stop());
    const response = await post(new URL("/lost/mcp", server.url), { id: 1, name: "add" });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      jsonrpc: "2.0",
      error: { code: -32603, message: "The server could not read the body of the request. Its log says why." },
    });
    await expect.poll(server.stderr, PATIENT).toContain("Pass the parsed body as the third argument");
    const next = await post(new URL(server.url), { id: 1, name: "add", args: { a: 1, b: 1 } });
    expect(await next.json()).toMatchObject({ result: { content: [{ text: "2" }] } });
  });
});

async function open(url: URL, mode: (typeof MODES)[number]) {
  const log = new WireLog();
  const versionNegotiation = { mode: mode === "modern" ? { pin: MODERN } : mode } as const;
  const client = new Client(
    { name: "own-server-test", version: "1.0.0" },
    { capabilities: { elicitation: {} }, versionNegotiation },
  );
  await client.connect(new StreamableHTTPClientTransport(url, { fetch: recordingFetch(log) }));
  return { client, problems: () => log.problems() };
}

interface Call {
  readonly id: number | string;
  readonly name: string;
  readonly args?: object;
  readonly signal?: AbortSignal;
}

/** Calls a tool without a client, to send what a client would not, and to leave as none would. */
function post(url: URL, { id, name, args = {}, signal }: Call): Promise<Response> {
  return fetch(url, { ...modernPost(id, "tools/call", { name, arguments: args }), ...(signal && { signal }) });
}
