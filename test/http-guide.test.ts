import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, it, onTestFinished } from "vitest";
import { MODERN } from "./support/revisions.js";
import { ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const PAGE = readFileSync(join(ROOT, "docs/guide/http.md"), "utf8");
const REGISTER = new URL("../packages/compiler/dist/register/register.js", import.meta.url).href;

/** Waits as long as the test may take. */
const PATIENT = { timeout: 50_000 };

const COMPILER_OPTIONS = {
  target: "es2022",
  module: "nodenext",
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  types: ["node"],
};
const BESIDE = {
  "tsconfig.json": JSON.stringify({ compilerOptions: COMPILER_OPTIONS }),
  "weather.ts": `
    import { once } from "node:events";
    import { tool } from "@plainmcp/core";
    export default class Weather {
      /** Current reading. */
      @tool
      current(city: string): string {
        return "Sunny in " + city;
      }

      /** Answers when the process is told to end. */
      @tool
      async watch(): Promise<string> {
        console.error("watching");
        await once(process, "SIGTERM");
        return "It is over.";
      }
    }`,
};

const [ENDING = ""] = unnamed("Shutting down");
const [, TIMEOUTS = ""] = unnamed("Behind a load balancer");

/** The page's servers, with what it adds to them further down. */
const PROGRAMS = [
  ...["http", "express", "hono"].map((name) => [name, named(name) + TIMEOUTS + ENDING] as const),
  ["fastify", named("fastify")] as const,
];

it.each(PROGRAMS)("shows a server in %s.ts that serves both eras, and ends when it is told to", async (_, code) => {
  const { process: server, url, stderr } = await start(listening(code));
  const [legacy, modern] = [await open(url, "legacy"), await open(url, { pin: MODERN })];
  for (const client of [legacy, modern]) {
    const reading = await client.callTool({ name: "current", arguments: { city: "Bern" } });
    expect(reading).toMatchObject({ content: [{ text: "Sunny in Bern" }] });
  }

  await modern.listen({ toolsListChanged: true });
  const calls = [legacy, modern].map((client) => client.callTool({ name: "watch" }));
  await expect.poll(stderr, PATIENT).toMatch(/watching\nwatching/);
  const exited = once(server, "exit");
  server.kill("SIGTERM");
  for (const call of calls) expect(await call).toMatchObject({ content: [{ text: "It is over." }] });
  expect(await exited).toEqual([0, null]);
});

it("shows a module in worker.ts that answers by web standards", async () => {
  const main = `
    import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
    import worker from "./worker.js";
    const options = { versionNegotiation: { mode: JSON.parse(process.argv[2]) } };
    const client = new Client({ name: "guide", version: "1.0.0" }, options);
    const fetch = (url, init) => worker.fetch(new Request(url, init));
    await client.connect(new StreamableHTTPClientTransport(new URL("https://weather.example.com/mcp"), { fetch }));
    console.log((await client.callTool({ name: "current", arguments: { city: "Bern" } })).content[0].text);`;
  const folder = sourceProject({ ...BESIDE, "worker.ts": named("worker"), "main.ts": main });
  for (const mode of ["legacy", { pin: MODERN }]) {
    const args = ["--import", REGISTER, join(folder, "main.ts"), JSON.stringify(mode)];
    expect(execFileSync(process.execPath, args, { encoding: "utf8" })).toBe("Sunny in Bern\n");
  }
});

/** The page's code under this file name. */
function named(name: string): string {
  const code = new RegExp(`\`\`\`ts\\n// ${name}\\.ts\\n([\\s\\S]*?)\`\`\``).exec(PAGE)?.[1];
  if (code === undefined) throw new Error(`The page shows no ${name}.ts.`);
  return code;
}

/** The code of a section that has no file name. */
function unnamed(title: string): string[] {
  const section = PAGE.split(/^## /m).find((text) => text.startsWith(`${title}\n`)) ?? "";
  return [...section.matchAll(/```ts\n(?!\/\/ \S+\n)([\s\S]*?)```/g)].map(([, code = ""]) => code);
}

/** Has a program listen on a free port, and tell which. */
function listening(code: string): string {
  return `${code.replace("3000", "0")}
    const listener: any = ${code.includes("const server") ? "server" : "app.server"};
    if (!listener.listening) await new Promise((resolve) => listener.once("listening", resolve));
    console.error(\`http://127.0.0.1:\${listener.address().port}/mcp\`);`;
}

async function start(code: string) {
  const folder = sourceProject({ ...BESIDE, "main.ts": code });
  const child = spawn(process.execPath, ["--import", REGISTER, join(folder, "main.ts")], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  child.stderr.setEncoding("utf8").on("data", (chunk) => {
    text += chunk;
  });
  await expect.poll(() => text, PATIENT).toMatch(/http:\S+\/mcp/);
  return { process: child, url: new URL(/http:\S+/.exec(text)?.[0] ?? ""), stderr: () => text };
}

async function open(url: URL, mode: "legacy" | { pin: string }): Promise<Client> {
  const client = new Client({ name: "guide", version: "1.0.0" }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(url));
  onTestFinished(() => client.close());
  return client;
}
