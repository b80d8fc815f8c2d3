import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AI_SDK } from "./support/clients/ai-sdk.js";
import { INSPECTORS, inspect2 } from "./support/clients/inspector.js";
import { LANGCHAIN } from "./support/clients/langchain.js";
import { MCP_REMOTE } from "./support/clients/mcp-remote.js";
import { ABILITIES, type ClientSession, type RealClient } from "./support/clients/real-client.js";
import { SDK_CLIENTS } from "./support/clients/sdk.js";
import { type RecordedServer, recordedHttp, recordedStdio, type ServerTarget } from "./support/recorded-server.js";
import { LEGACY_REVISIONS, MODERN } from "./support/revisions.js";
import { PLAINMCP, ROOT, startHttp } from "./support/serve.js";

const CLIENTS: readonly RealClient[] = [...SDK_CLIENTS, ...INSPECTORS, MCP_REMOTE, ...AI_SDK, LANGCHAIN];
const IS_FULL = process.env.CLIENTS === "all";
const CELLS = CLIENTS.flatMap((client) => {
  const { transports, transportsInShort = transports } = client;
  return (IS_FULL ? transports : transportsInShort).map((transport) => ({ ...client, transport }));
});
/** What is looked for in lists, for those that a client does not ask for. */
const ALL = {
  resources: ["test://static-text"],
  templates: ["test://template/{id}/data"],
  prompts: ["test_prompt_with_arguments"],
};
const SERVE = [PLAINMCP, "serve", `${ROOT}examples/everything/server.ts`];

/** Every client takes the tour, as far as it can. */
describe.each(CELLS)("$name, $era, over $transport", ({ connect, can, era, transport }) => {
  let server: RecordedServer<ServerTarget>;
  let session: Required<ClientSession>;

  beforeAll(async () => {
    server = transport === "stdio" ? recordedStdio(SERVE) : await recordedHttp([...SERVE, "--http", "--port", "0"]);
    session = (await connect(server.target)) as Required<ClientSession>;
  });
  afterAll(() => session?.close());

  const TOUR: Readonly<Record<(typeof ABILITIES)[number], () => Promise<void>>> = {
    async list() {
      const { tools, resources, templates, prompts } = { ...ALL, ...(await session.list()) };
      expect(tools).toContain("count");
      expect(resources).toContain("test://static-text");
      expect(templates).toContain("test://template/{id}/data");
      expect(prompts).toContain("test_prompt_with_arguments");
    },
    async call() {
      expect(await session.call("greet", { name: "Ünï" })).toBe("Hello, Ünï!");
    },
    async read() {
      expect(JSON.parse(await session.read("test://template/7/data"))).toMatchObject({ id: "7" });
    },
    async prompt() {
      const text = await session.prompt("test_prompt_with_arguments", { arg1: "one", arg2: "two" });
      expect(text).toBe("Prompt with arguments: arg1='one', arg2='two'");
    },
    async complete() {
      expect(await session.complete("test_prompt_with_arguments", "arg1", "par")).toEqual(["paris", "park", "party"]);
    },
    async progress() {
      const seen = await session.progress("count", { to: 10 });
      // How much of it arrives is up to the client; test/interop.test.ts sees all.
      expect(seen.length).toBeGreaterThan(0);
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    },
    async cancel() {
      await session.cancel("count", { to: 100_000 });
      await expect.poll(() => session.read("test://counting"), { timeout: 50_000 }).toBe("0");
    },
    async elicit() {
      expect(await session.elicit("test_input_required_result_elicitation")).toBe("Hello, Alice!");
    },
  };

  it.each(can)("%s", (ability) => TOUR[ability]());

  it("was sent only messages that the protocol's schema allows, in the revision of its era", async () => {
    await session.close();
    const wire = await server.close();
    expect(wire.problems()).toEqual([]);
    expect(wire.revision).toBe(era === "modern" ? MODERN : LEGACY_REVISIONS[0]);
  });
});

describe("Inspector 2 checks", () => {
  it("schemas, which every model's provider can read", async () => {
    const server = await startHttp([PLAINMCP, "serve", "examples/notes/server.ts", "--http", "--port", "0"]);
    try {
      const { tools } = await inspect2({ url: server.url }, ["--method", "tools/list", "--strict"]);
      expect(tools).toHaveLength(5);
    } finally {
      await server.stop();
    }
  });

  it("skills, and the page of a tool", async () => {
    const server = await startHttp([...SERVE, "--http", "--port", "0"]);
    const target = { url: server.url };
    try {
      const modern = ["--protocol-era", "modern"];
      expect(await inspect2(target, [...modern, "--method", "skills/list", "--verify"])).toMatchObject({
        name: "greeting",
        conformance: [],
      });
      const app = ["--method", "tools/call", "--tool-name", "show_clock", "--app-info"];
      expect(await inspect2(target, [...modern, ...app])).toMatchObject({
        appInfo: { resourceUri: "ui://clock/show_clock" },
      });
    } finally {
      await server.stop();
    }
  });
});

describe("docs/reference/clients.md", () => {
  it("says which versions were run, and what each could do", () => {
    const table = readFileSync(`${ROOT}docs/reference/clients.md`, "utf8");
    const rows = table.split("\n").filter((line) => line.startsWith("| ["));
    expect(rows).toEqual(CLIENTS.map(rowOf));
  });
});

/** The row as the page must have it. */
function rowOf({ name, package: dependency, era, transports, can }: RealClient): string {
  const { name: published, version } = JSON.parse(
    readFileSync(`${ROOT}test/node_modules/${dependency}/package.json`, "utf8"),
  );
  const cells = ABILITIES.map((ability) => (can.includes(ability) ? "✓" : "–"));
  const link = `[${name}](https://www.npmjs.com/package/${published})`;
  return `| ${[link, version, era, transports.join(", "), ...cells].join(" | ")} |`;
}
