import { copyFile, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  createProject,
  exchange,
  HANDSHAKE,
  runAlone,
  runCommand,
  start,
  startServe,
  WEATHER,
} from "../commands/command.fixture.js";

/** Builds the weather server and puts its module, alone, in an empty folder. */
async function buildAlone(transport: "stdio" | "http"): Promise<string> {
  const project = await createProject({ "weather.ts": WEATHER });
  const { exitCode, stderr } = await runCommand(project, "build", "weather.ts", "--transport", transport);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  const empty = await mkdtemp(join(tmpdir(), "plainmcp-alone-"));
  onTestFinished(() => rm(empty, { recursive: true }));
  await copyFile(join(project, "dist", "weather.mjs"), join(empty, "weather.mjs"));
  return empty;
}

describe("build", () => {
  test("writes an executable module and its manifest, and says so", async () => {
    const project = await createProject({ "src/weather.ts": WEATHER });
    const args = ["build", "src/weather.ts", "--transport", "stdio", "--out-dir", "out"];
    const { exitCode, stdout } = await runAlone(project, ...args);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^out\/weather\.mjs +\d+\.\d kB\nout\/weather\.manifest\.json +\d+\.\d kB\n/);
    expect(stdout).toContain("node out/weather.mjs");
    expect(await readdir(join(project, "out"))).toEqual(["weather.manifest.json", "weather.mjs"]);
    expect((await stat(join(project, "out/weather.mjs"))).mode & 0o111).not.toBe(0);
    expect(await readFile(join(project, "out/weather.mjs"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
    const manifest = JSON.parse(await readFile(join(project, "out/weather.manifest.json"), "utf8"));
    expect(manifest).toMatchObject({ manifestVersion: 1, classes: [{ class: "Weather" }] });
  });

  test("the manifest says what is served, from source and built", async () => {
    const method = (letter: string) =>
      `/** Does ${letter}. */\nexport class ${letter.toUpperCase()} {\n  /** Says ${letter}. */\n  @tool\n  ${letter}(): string {\n    return "${letter}";\n  }\n}\n`;
    const code = `import { tool } from "@plainmcp/core";\n${method("a")}${method("b")}${method("c")}`;
    const project = await createProject({
      "package.json": '{ "name": "@any/place", "version": "1.0.0", "type": "module" }',
      "server.ts": `${code}export default [B, new A()];\n`,
    });
    expect(await runCommand(project, "build", "server.ts", "--transport", "stdio")).toMatchObject({ exitCode: 0 });
    const manifest = JSON.parse(await readFile(join(project, "dist/server.manifest.json"), "utf8"));
    expect(manifest.server).toEqual({ name: "place", version: "1.0.0" });
    expect(manifest.classes).toMatchObject([
      { class: "A", instructions: "Does a." },
      { class: "B", instructions: "Does b." },
    ]);
    const instructions = "Does b.\n\nDoes a.";
    for (const server of [await startServe(project, "server.ts"), start(project, ["dist/server.mjs"])]) {
      expect(await exchange(server, [...HANDSHAKE, { id: 2, method: "tools/list" }])).toMatchObject([
        { result: { serverInfo: { name: "place", version: "1.0.0" }, instructions } },
        { result: { tools: [{ name: "b" }, { name: "a" }] } },
      ]);
    }
  });

  test("asks for an instance of a class whose constructor needs something, and takes it", async () => {
    const code = `import { defineServer, tool } from "@plainmcp/core";
export default class Keyed {
  constructor(readonly key: string) {}
  /** Says the key. */
  @tool
  say(): string {
    return this.key;
  }
}
export const server = defineServer(new Keyed("k"));
`;
    const project = await createProject({ "keyed.ts": code });
    for (const args of [
      ["build", "keyed.ts", "--transport", "stdio"],
      ["serve", "keyed.ts"],
    ]) {
      const { exitCode, stderr } = await runCommand(project, ...args);
      expect(exitCode).toBe(1);
      expect(stderr).toContain("The constructor of Keyed needs key");
      expect(stderr).toContain("export default defineServer(new Keyed(…));");
    }
    const build = ["build", "keyed.ts", "--transport", "stdio", "--export", "server"];
    expect(await runCommand(project, ...build)).toMatchObject({ exitCode: 0 });
  });

  test("the stdio module runs alone", async () => {
    const server = start(await buildAlone("stdio"), ["weather.mjs"]);
    const answers = await exchange(server, [...HANDSHAKE, { id: 2, method: "tools/list" }]);
    expect(answers).toMatchObject([
      { id: 1, result: { serverInfo: { name: "weather", version: "1.2.3" } } },
      { id: 2, result: { tools: [{ name: "current", inputSchema: { required: ["city"] } }] } },
    ]);
    const { exitCode, stderr } = await server.finished;
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "printed while loading\n" });
  });

  test("the stdio module loads the SDK when it needs it", async () => {
    const server = start(await buildAlone("stdio"), ["weather.mjs", "--lane", "off"]);
    expect(await exchange(server, [...HANDSHAKE, { id: 2, method: "tools/list" }])).toMatchObject([
      { id: 1, result: { serverInfo: { name: "weather", version: "1.2.3" } } },
      { id: 2, result: { tools: [{ name: "current" }] } },
    ]);
    expect((await server.finished).exitCode).toBe(0);
  });

  test("functions and classes keep their names, as do those that our packages export", async () => {
    const code = `import { ToolError, tool } from "@plainmcp/core";
import { Same as Other } from "./other.js";
class Same {}
const arrow = () => 1;
export default class Names {
  /** Says the names. */
  @tool
  say(): string {
    return [Same, Other, arrow, ToolError, tool, Names].map(({ name }) => name).join();
  }
}
`;
    const project = await createProject({ "names.ts": code, "other.ts": "export class Same {}\n" });
    expect(await runCommand(project, "build", "names.ts", "--transport", "stdio")).toMatchObject({ exitCode: 0 });
    const call = { id: 2, method: "tools/call", params: { name: "say" } };
    const [, answer] = await exchange(start(project, ["dist/names.mjs"]), [...HANDSHAKE, call]);
    expect(answer).toMatchObject({ result: { content: [{ text: "Same,Same,arrow,ToolError,tool,Names" }] } });
  });

  test("the stdio module refuses a longer line than it was told to take, and goes on", async () => {
    const server = start(await buildAlone("stdio"), ["weather.mjs", "--max-line-size", "1kB"]);
    const long = { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "x".repeat(1_000) } } };
    expect(await exchange(server, [...HANDSHAKE, long, { id: 3, method: "tools/list" }])).toMatchObject([
      { id: 1, result: {} },
      { id: 2, error: {} },
      { id: 3, result: {} },
    ]);
  });

  test("writes a source map, by which errors point to the source, and takes it away again", async () => {
    const project = await createProject({ "src/weather.ts": WEATHER });
    const build = ["build", "src/weather.ts", "--transport", "stdio"];
    const { exitCode, stdout } = await runCommand(project, ...build, "--sourcemap");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(
      /^dist\/weather\.mjs .*\ndist\/weather\.mjs\.map +\d+\.\d kB\ndist\/weather\.manifest\.json /,
    );
    expect(stdout).toContain("node --enable-source-maps dist/weather.mjs");
    const module = await readFile(join(project, "dist/weather.mjs"), "utf8");
    expect(module).toMatch(/\n\/\/# sourceMappingURL=weather\.mjs\.map\n$/);
    const map = JSON.parse(await readFile(join(project, "dist/weather.mjs.map"), "utf8"));
    expect(map.sourcesContent[map.sources.indexOf("../src/weather.ts")]).toBe(WEATHER);
    expect(map.sourcesContent.join("\n")).not.toContain(project);

    const server = start(project, ["--enable-source-maps", "dist/weather.mjs"]);
    const call = { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "Atlantis" } } };
    await exchange(server, [...HANDSHAKE, call]);
    const line = WEATHER.split("\n").findIndex((text) => text.includes('Error("sunk")')) + 1;
    expect((await server.finished).stderr).toContain(`${join(project, "src/weather.ts")}:${line}:9`);

    expect(await runCommand(project, ...build)).toMatchObject({ exitCode: 0 });
    expect(await readdir(join(project, "dist"))).toEqual(["weather.manifest.json", "weather.mjs"]);
    expect(await readFile(join(project, "dist/weather.mjs"), "utf8")).not.toContain("sourceMappingURL=weather");
  });

  test("the HTTP module runs alone, by flags or environment", async () => {
    const env = { PORT: "0", MCP_MAX_BODY_SIZE: "1kB" };
    const server = start(await buildAlone("http"), ["weather.mjs", "--path", "/weather"], env);
    const [, url = ""] = await server.untilStderr(/weather is listening on (\S+)/);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/weather$/);
    const headers = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
    const body = JSON.stringify({ jsonrpc: "2.0", ...HANDSHAKE[0] });
    const response = await fetch(url, { method: "POST", headers, body });
    expect(await response.text()).toContain('"serverInfo":{"name":"weather"');
    const refused = await fetch(url, { method: "POST", headers, body: body.padEnd(1_001) });
    expect(refused.status).toBe(413);
    server.child.kill("SIGTERM");
    expect((await server.finished).exitCode).toBe(0);
  });

  test("the HTTP module explains itself", async () => {
    const folder = await buildAlone("http");
    const { exitCode, stdout } = await start(folder, ["weather.mjs", "--help"]).finished;
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/ {2}--port <number> .* \(default: 3000, env: PORT\)\n/);
    expect(stdout).toMatch(/ {2}--allowed-host <name> [^-]*\(env: ALLOWED_HOSTS\)\n/);
    const wrong = await start(folder, ["weather.mjs", "--port", "x"]).finished;
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--port must be a whole number") });
    const wrongPath = await start(folder, ["weather.mjs"], { MCP_PATH: "mcp" }).finished;
    expect(wrongPath).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("MCP_PATH must begin with a slash"),
    });
  });

  test("bundles CommonJS dependencies that need Node's own modules", async () => {
    const folder = await createProject({
      "node_modules/old/package.json": '{ "name": "old", "main": "main.js" }',
      "node_modules/old/main.js": 'exports.separator = require("path").sep + __dirname.length;',
      "node_modules/old/main.d.ts": "export declare const separator: string;",
      "server.ts": `import { separator } from "old";\nconsole.log("separator", separator);\n${WEATHER}`,
    });
    expect(await runCommand(folder, "build", "server.ts", "--transport", "stdio")).toMatchObject({ exitCode: 0 });
    await rm(join(folder, "node_modules"), { recursive: true });
    const server = start(folder, ["dist/server.mjs"]);
    server.child.stdin.end();
    expect(await server.finished).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^separator \/\d+\n/) });
  });

  test("bundles CommonJS dependencies that need our packages", async () => {
    const folder = await createProject({
      "node_modules/old/package.json": '{ "name": "old", "main": "main.js" }',
      "node_modules/old/main.js":
        'exports.refuse = (why) => { throw new (require("@plainmcp/core").ToolError)(why); };',
      "node_modules/old/main.d.ts": "export declare function refuse(why: string): never;",
      "server.ts": WEATHER.replace('throw new Error("sunk")', 'refuse("wet")').replace(
        "\n",
        '\nimport { refuse } from "old";\n',
      ),
    });
    expect(await runCommand(folder, "build", "server.ts", "--transport", "stdio")).toMatchObject({ exitCode: 0 });
    const call = { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "Atlantis" } } };
    expect(await exchange(start(folder, ["dist/server.mjs"]), [...HANDSHAKE, call])).toMatchObject([
      { id: 1 },
      { id: 2, result: { isError: true, content: [{ text: "wet" }] } },
    ]);
  });

  test("refuses native addons", async () => {
    const folder = await createProject({
      "node_modules/fast/package.json": '{ "name": "fast", "main": "main.js" }',
      "node_modules/fast/main.js": 'module.exports = require("./build/fast.node");',
      "node_modules/fast/main.d.ts": "declare const fast: number;\nexport default fast;",
      "node_modules/fast/build/fast.node": "",
      "server.ts": `import fast from "fast";\nconsole.log(fast);\n${WEATHER}`,
    });
    const { exitCode, stderr } = await runCommand(folder, "build", "server.ts", "--transport", "stdio");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("fast.node is a native addon");
    expect(await readdir(folder)).not.toContain("dist");
  });

  test("refuses imports that lead nowhere", async () => {
    const folder = await createProject({
      "gone.d.ts": 'declare module "gone" {\n  export const gone: number;\n}',
      "server.ts": `/// <reference path="./gone.d.ts" />\nimport { gone } from "gone";\nconsole.log(gone);\n${WEATHER}`,
    });
    const { exitCode, stderr } = await runCommand(folder, "build", "server.ts", "--transport", "stdio");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/Could not resolve "gone"[\s\S]*server\.ts:2/);
  });
});
