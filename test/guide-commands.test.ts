import { execFile, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, it, onTestFinished } from "vitest";
import { inspect2 } from "./support/clients/inspector.js";
import { codeBlocks, filesOf } from "./support/doc-page.js";
import { PLAINMCP, ROOT, startHttp } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";
import { compileAhead, runWarm } from "./support/warm-command.js";

const REGISTER = new URL("../packages/compiler/dist/register/register.js", import.meta.url).href;

const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");
/** Without what the Vitest that runs this has set. */
const ENVIRONMENT = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|NODE_ENV|FORCE_COLOR)/.test(name))),
  NO_COLOR: "1",
};

const COMPILER_OPTIONS = { target: "es2022", module: "nodenext", strict: true, types: ["node"] };
const GUIDE = filesOf("docs/guide.md");
const { "server.ts": SERVER = "" } = GUIDE;

/** What takes the place of `npx plainmcp` in programs, since nothing is installed in the folder they run in. */
const NPX = [
  'command: "npx", args: ["plainmcp"',
  `command: ${JSON.stringify(process.execPath)}, args: [${JSON.stringify(PLAINMCP)}`,
] as const;

it("the guide begins with a server, and what it says when it starts", async () => {
  const shown = output("docs/guide.md", "npx plainmcp serve server.ts --http");
  const folder = shopping();
  await compileAhead(folder, ["serve", "server.ts"]);
  const printed = await outputUntil("Ctrl-C", folder, [PLAINMCP, "serve", "server.ts", "--http", "--port", "0"]);
  const [beginning = ""] = shown.split("…");
  expect(printed.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:3000").slice(0, beginning.length)).toBe(beginning);
});

it("the guide shows the tool as a client sees it", async () => {
  const shown = codeBlocks("docs/guide.md").find(({ language }) => language === "json");
  const client = new Client({ name: "guide", version: "1.0.0" });
  const folder = shopping();
  await compileAhead(folder, ["serve", "server.ts"]);
  const args = [PLAINMCP, "serve", "server.ts"];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder }));
  onTestFinished(() => client.close());
  expect((await client.listTools()).tools).toEqual([JSON.parse(shown?.code ?? "")]);
});

it("the guide shows what the compiler reports", async () => {
  const shown = output("docs/guide.md", "npx plainmcp serve broken.ts");
  expect(await failing(shopping(), ["serve", "broken.ts"])).toBe(shown);
});

it("the page on the environment shows how a missing variable is reported", async () => {
  const shown = output("docs/guide/environment.md", "npx plainmcp serve needy.ts");
  expect(await failing(shopping(filesOf("docs/guide/environment.md")), ["serve", "needy.ts"])).toBe(shown);
});

it("the page on building shows what is written", async () => {
  const shown = output("docs/guide/building.md", "npx plainmcp build server.ts --transport stdio");
  const { stdout, stderr } = await runWarm(shopping(), ["build", "server.ts", "--transport", "stdio"]);
  const withoutSizes = (printed: string): string => printed.replaceAll(/\d+\.\d kB/g, "… kB");
  expect(withoutSizes(stdout + stderr)).toBe(withoutSizes(shown));
});

it("the page on testing shows tests that pass", () => {
  const folder = shopping(
    Object.fromEntries(
      Object.entries(filesOf("docs/guide/testing.md")).map(([name, code]) => [name, code.replace(...NPX)]),
    ),
  );
  const vitest = (args: readonly string[]) =>
    execFileSync(process.execPath, [VITEST, "run", ...args], { cwd: folder, encoding: "utf8", env: ENVIRONMENT });
  const shown = output("docs/guide/testing.md", "npx vitest run --reporter=verbose");
  const passed = vitest(["--reporter=verbose", "server.test.ts"]).match(/^ ✓ .+$/gm) ?? [];
  expect(passed.map((line) => `${line.replace(/ +\d+ms$/, "")}\n`).join("")).toBe(shown);
  expect(vitest(["--reporter=verbose", "process.test.ts"])).toMatch(/✓ process\.test\.ts/);
});

it("the page on testing shows how a stale manifest is reported", async () => {
  const command = "manifest server.ts --out manifest.json --check --strict";
  const shown = output("docs/guide/testing.md", `npx plainmcp ${command}`);
  const folder = shopping();
  await runWarm(folder, ["manifest", "server.ts", "--out", "manifest.json"]);
  writeFileSync(join(folder, "server.ts"), SERVER.replace("How many", "How many of it"));
  expect(await runWarm(folder, command.split(" "))).toEqual({ exitCode: 1, stdout: "", stderr: shown });
});

it("the page on testing shows how to run the Inspector", async () => {
  const commands = codeBlocks("docs/guide/testing.md").find(({ section }) => section === "By hand")?.code ?? "";
  const [, flags = "", served = ""] = /inspector --cli (.+) -- npx plainmcp (.+)/.exec(commands) ?? [];
  const target = {
    command: process.execPath,
    args: [PLAINMCP, ...served.replace(/\S+\.ts/, (file) => join(shopping(), file)).split(" ")],
  };
  expect((await inspect2(target, flags.split(" "))).tools).toMatchObject([{ name: "add" }]);
});

/** A request as the pages show it, and its answer. */
const CURL = /^\$ curl -s(?: -H 'Host: (\S+)')? http:\/\/127\.0\.0\.1:3000(\S+)\n(.+)$/gm;

it.each(["docs/guide/http.md", "packages/transport-http/README.md"])("%s shows what a server answers", async (page) => {
  const { "serve.ts": program = "", ...files } = filesOf(page);
  // Whoever starts a server in our tests reads stderr.
  const serving = program.replace("3000", "0").replace("console.log", "console.error");
  const folder = shopping({ ...files, "serve.ts": serving, "weather.ts": SERVER });
  const server = await startHttp(["--import", REGISTER, join(folder, "serve.ts")]);
  onTestFinished(() => server.stop());
  const { port } = new URL(server.url);
  expect(server.stderr().replace(port, "3000")).toBe(
    output(page, "node --import @plainmcp/compiler/register serve.ts"),
  );
  const shown = codeBlocks(page).filter(({ language }) => language === "console");
  for (const [, header, path = "", answer] of shown
    .map(({ code }) => code)
    .join("")
    .matchAll(CURL)) {
    const request = http.get({ port, path, ...(header && { headers: { host: header } }) });
    const [response] = await once(request, "response");
    expect(await text(response)).toBe(answer);
  }
});

/** What a page shows below a command. */
function output(page: string, command: string): string {
  const found = codeBlocks(page).find(
    ({ language, code }) => language === "console" && code.startsWith(`$ ${command}\n`),
  );
  if (found === undefined) throw new Error(`${page} does not show ${command}`);
  return found.code.slice(found.code.indexOf("\n") + 1);
}

/** The server of the guide as a project, with other files of the guide. */
function shopping(files: Readonly<Record<string, string>> = {}): string {
  return sourceProject({
    "package.json": '{ "name": "shopping", "version": "1.0.0", "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions: COMPILER_OPTIONS }),
    ...GUIDE,
    ...files,
  });
}

/** What a command writes to stderr until this text comes, after which it is stopped. */
async function outputUntil(end: string, cwd: string, args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
  onTestFinished(() => void child.kill());
  let output = "";
  for await (const chunk of child.stderr.setEncoding("utf8")) {
    output += chunk;
    if (output.includes(end)) break;
  }
  return output;
}

/** What a command that fails writes to stderr. */
async function failing(cwd: string, args: readonly string[]): Promise<string> {
  const run = promisify(execFile)(process.execPath, [PLAINMCP, ...args], { cwd });
  return await run.then(
    () => "It did not fail.",
    ({ stderr }: { stderr: string }) => stderr,
  );
}
