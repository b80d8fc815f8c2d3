import { readdir, rm, symlink } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { modernPost } from "../../../../test/support/post.js";
import {
  CORE,
  createProject,
  exchange,
  HANDSHAKE,
  runAlone,
  runCommand,
  start,
  startCommand,
  startServe,
  WEATHER,
} from "../commands/command.fixture.js";

describe("serve over stdio", () => {
  test("answers, keeps stdout for the protocol and ends with stdin", async () => {
    const titled = WEATHER.replace("any city.", "any city. @title The weather");
    const server = startCommand(await createProject({ "weather.ts": titled }), "serve", "weather.ts");
    const answers = await exchange(server, [
      ...HANDSHAKE,
      { id: 2, method: "tools/list" },
      { id: 3, method: "tools/call", params: { name: "current", arguments: { city: "Paris" } } },
    ]);
    expect(answers).toMatchObject([
      {
        id: 1,
        result: {
          serverInfo: { name: "weather", version: "1.2.3", title: "The weather" },
          instructions: "Weather for any city.",
        },
      },
      { id: 2, result: { tools: [{ name: "current", description: "Current reading for a city." }] } },
      { id: 3, result: { content: [{ type: "text", text: expect.stringContaining("Sunny in Paris") }] } },
    ]);
    const { exitCode, stderr } = await server.finished;
    expect(exitCode).toBe(0);
    expect(stderr).toBe("printed while loading\n");
  });

  test("shows the lines of the TypeScript file in stack traces", async () => {
    const server = await startServe(await createProject({ "weather.ts": WEATHER }), "weather.ts");
    await exchange(server, [
      ...HANDSHAKE,
      { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "Atlantis" } } },
    ]);
    const line = WEATHER.split("\n").findIndex((text) => text.includes("sunk")) + 1;
    expect((await server.finished).stderr).toMatch(new RegExp(`sunk[\\s\\S]*weather\\.ts:${line}:`));
  });

  test("shows warnings and goes on", async () => {
    const folder = await createProject({ "weather.ts": WEATHER.replace("/** Packing advice. */", "") });
    const server = await startServe(folder, "weather.ts");
    expect(await exchange(server, HANDSHAKE)).toMatchObject([{ id: 1, result: {} }]);
    const { exitCode, stderr } = await server.finished;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/weather\.ts:\d+:\d+ - warning PLAIN1016/);
  });

  test("loads dependencies from where they are and tells each module its own place", async () => {
    const folder = await createProject({
      "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "target": "esnext", "strict": true } }',
      "node_modules/old/package.json": '{ "name": "old", "main": "main.js" }',
      "node_modules/old/main.js": "exports.place = __dirname;",
      "node_modules/old/main.d.ts": "export declare const place: string;",
      "lib/place.ts": "export const place = import.meta.url;",
      "server.ts": `
        import old from "old";
        import { place } from "./lib/place.js";
        import { tool } from "@plainmcp/core";
        export class Places {
          /** Where everything is. */
          @tool
          places(): string[] {
            return [old.place, place, import.meta.url];
          }
        }`,
    });
    const server = await startServe(folder, "server.ts");
    const answers = await exchange(server, [...HANDSHAKE, { id: 2, method: "tools/call", params: { name: "places" } }]);
    expect(JSON.stringify(answers[1])).toContain("/node_modules/old");
    expect(JSON.stringify(answers[1])).toContain(`${folder}/lib/place.ts`);
    expect(JSON.stringify(answers[1])).toContain(`${folder}/server.ts`);
  });
});

describe("a module that is bundled into a file elsewhere", () => {
  test("finds packages and paths that it names at run time, and knows its place inside node_modules too", async () => {
    const folder = await createProject({
      "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "target": "esnext", "strict": true } }',
      "node_modules/late/package.json": '{ "name": "late", "type": "module", "exports": "./main.js" }',
      "node_modules/late/main.js": "export const late = 'found late';",
      "node_modules/typed/package.json": '{ "name": "typed", "type": "module", "exports": "./main.ts" }',
      "node_modules/typed/main.ts": "export const place: string = import.meta.url;",
      "server.ts": `
        import { place } from "typed";
        import { tool } from "@plainmcp/core";
        const name: string = "late";
        export default class Places {
          /** Where everything is. */
          @tool
          async places(): Promise<string[]> {
            const { late } = await import(name);
            return [place, late, import.meta.resolve(name), import.meta.resolve("./lib/x.js")];
          }
        }`,
    });
    const server = await startServe(folder, "server.ts");
    const answers = await exchange(server, [...HANDSHAKE, { id: 2, method: "tools/call", params: { name: "places" } }]);
    const { stderr } = await server.finished;
    expect({ stderr, answer: answers[1] }).toMatchObject({
      stderr: "",
      answer: {
        result: {
          structuredContent: {
            result: [
              `file://${folder}/node_modules/typed/main.ts`,
              "found late",
              `file://${folder}/node_modules/late/main.js`,
              `file://${folder}/lib/x.js`,
            ],
          },
        },
      },
    });
    expect(await bundleFolders(folder)).toEqual([]);
  });

  test.each([
    ["await new Promise(() => {});", /server\.ts never finished loading: a top-level await/],
    [
      "declare const process: { exit(code: number): never };\nprocess.exit(0);",
      /server\.ts ended the process while it was loading, with exit code 0/,
    ],
  ])("explains the end of the process and leaves nothing behind: %s", async (code, message) => {
    const folder = await createProject({ "server.ts": `${WEATHER}\n${code}\n` });
    const { exitCode, stderr } = await runCommand(folder, "serve", "server.ts");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(message);
    expect(await bundleFolders(folder)).toEqual([]);
  });
});

async function bundleFolders(project: string): Promise<string[]> {
  const names = await readdir(join(project, "node_modules", ".cache", "plainmcp"));
  return names.filter((name) => name.startsWith("serve-"));
}

/** Calls a tool without a session, as clients of the modern era do. */
async function callModern(url: string, name: string): Promise<string> {
  return (await fetch(url, modernPost(1, "tools/call", { name, arguments: {} }))).text();
}

describe("a JavaScript file", () => {
  const CODE = `import { tool } from "@plainmcp/core";
export default class Weather {
  /**
   * Current reading for a city.
   * @param {string} city Name of the city
   * @param {"c" | "f"} [unit] How to show it
   */
  @tool
  current(city, unit = "c") {
    return city + " in " + unit;
  }
}
`;
  const REQUESTS = [
    ...HANDSHAKE,
    { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "Paris" } } },
    { id: 3, method: "tools/call", params: { name: "current", arguments: { city: "Paris", unit: "k" } } },
  ];

  test.each([["server.js"], ["server.mjs"]])("is served, and built, without a tsconfig: %s", async (file) => {
    const folder = await createProject({ [file]: CODE });
    expect(await runCommand(folder, "build", file, "--transport", "stdio")).toMatchObject({ exitCode: 0, stderr: "" });
    for (const server of [await startServe(folder, file), start(folder, ["dist/server.mjs"])]) {
      expect((await exchange(server, REQUESTS)).slice(1)).toMatchObject([
        { result: { content: [{ text: expect.stringContaining("Paris in c") }] } },
        { error: { message: expect.stringContaining('unit: expected one of "c", "f"') } },
      ]);
    }
  });
});

describe("serve --http", () => {
  test("says what it serves and how to connect, and ends cleanly at Ctrl-C", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    const server = await startServe(folder, "weather.ts", "--http", "--port", "0", "--path", "/weather");
    const [, url = ""] = await server.untilStderr(/listening on (\S+)[\s\S]*Ctrl-C/);
    const response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json, text/event-stream" },
      body: JSON.stringify({ jsonrpc: "2.0", ...HANDSHAKE[0] }),
    });
    expect(await response.text()).toContain('"serverInfo":{"name":"weather"');
    server.child.kill("SIGINT");
    const { exitCode, stdout, stderr } = await server.finished;
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "printed while loading\n" });
    expect(stderr).toContain(`claude mcp add --transport http weather ${url}`);
    expect(stderr).toMatch(/current +Current reading for a city\./);
    expect(stderr).toMatch(/weather:\/\/\{city\}\/report +Report for a city\./);
    expect(stderr).toMatch(/packing +Packing advice\./);
    const block = /\{\n[\s\S]*\n {2}\}/.exec(stderr)?.[0] ?? "";
    expect(JSON.parse(block).mcpServers.weather).toEqual({
      command: process.execPath,
      args: [expect.stringMatching(/plainmcp\.js$/), "serve", `${folder}/weather.ts`],
    });
  });

  test("does not wait any longer at the second Ctrl-C", async () => {
    const endless =
      "  /** Never ends. */\n  @tool\n  endless(): Promise<void> {\n    console.error('called');\n    return new Promise(() => {});\n  }\n";
    const folder = await createProject({
      "weather.ts": WEATHER.replace("  /**\n   * Current", `${endless}\n  /**\n   * Current`),
    });
    const server = await startServe(folder, "weather.ts", "--http", "--port", "0");
    const [, url = ""] = await server.untilStderr(/listening on (\S+)[\s\S]*Ctrl-C/);
    const call = callModern(url, "endless").catch(() => "cut off");
    await server.untilStderr(/called/);
    server.child.kill("SIGINT");
    await setTimeout(200);
    expect(server.child.exitCode).toBeNull();
    server.child.kill("SIGINT");
    expect((await server.finished).exitCode).toBe(130);
    expect(await call).toBe("cut off");
  });

  test("says that the port is taken", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const { exitCode, stderr } = await runCommand(folder, "serve", "weather.ts", "--http", "--port", String(port));
    other.close();
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`127.0.0.1 port ${port}. Another program is using this port`);
  });
});

describe("wrong code ends with 1 and says what is wrong", () => {
  test("a type error, with its place", async () => {
    const folder = await createProject({ "weather.ts": WEATHER.replace("return city;", "return 1;") });
    const { exitCode, stdout, stderr } = await runAlone(folder, "serve", "weather.ts");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/weather\.ts:\d+:\d+ - error TS2322/);
    expect(stderr).toContain("return 1;");
  });

  test("a type that no client can send, with its place", async () => {
    const folder = await createProject({
      "weather.ts": WEATHER.replace("current(city: string)", "current(city: symbol)"),
    });
    const { exitCode, stderr } = await runCommand(folder, "serve", "weather.ts", "--http");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/weather\.ts:\d+:\d+ - error PLAIN\d+/);
  });

  test("a module that throws while it is loaded", async () => {
    const folder = await createProject({ "weather.ts": `${WEATHER}\nthrow new Error("no key");\n` });
    const { exitCode, stderr } = await runCommand(folder, "serve", "weather.ts");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/weather\.ts failed to load[\s\S]*no key[\s\S]*weather\.ts:\d+:/);
  });

  test("a module that serves itself, as the main program that it finds itself to be", async () => {
    const folder = await createProject({
      "weather.ts": `import { serveStdio } from "@plainmcp/transport-stdio";
declare const process: { readonly argv: readonly string[] };
${WEATHER}
if (new URL(import.meta.url).pathname === process.argv[1]) await serveStdio(Weather);
`,
    });
    await symlink(join(CORE, "../transport-stdio"), join(folder, "node_modules/@plainmcp/transport-stdio"), "dir");
    const { exitCode, stderr } = await runCommand(folder, "serve", "weather.ts");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("weather.ts calls serveStdio, which plainmcp serve does itself");
  });

  test("a class that cannot be constructed", async () => {
    const code = WEATHER.replace("Weather {", "Weather {\n  constructor(key: string) {\n    key.trim();\n  }\n");
    const { exitCode, stderr } = await runCommand(await createProject({ "weather.ts": code }), "serve", "weather.ts");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("Export an instance");
    expect(stderr).not.toContain("bug in plainmcp");
  });

  test("a file without a class, with what to write", async () => {
    const folder = await createProject({ "server.ts": "export default { hello: () => 1 };\n" });
    const { exitCode, stdout, stderr } = await runCommand(folder, "serve", "server.ts");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("server.ts has no class to serve");
    expect(stderr).toContain("@tool");
  });

  test("a project without @plainmcp/core, with what to run", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    await rm(join(folder, "node_modules"), { recursive: true });
    const { exitCode, stderr } = await runCommand(folder, "serve", "weather.ts");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("npm install @plainmcp/core");
  });

  test("an export that is not a server", async () => {
    const code = `${WEATHER.replace("export default class", "export class")}\nexport default 42;\n`;
    const { exitCode, stderr } = await runCommand(await createProject({ "weather.ts": code }), "serve", "weather.ts");
    expect(exitCode).toBe(1);
    expect(stderr).toContain('export "default" of weather.ts is number');
  });
});

describe("what is served", () => {
  const CODE = `${WEATHER.replace("export default class", "export class").replace("tool }", "defineServer, tool }")}
export const instance = new Weather();
export const list = [Weather];
export const defined = defineServer(Weather);
`;

  test.each(["instance", "list", "defined"])("an export that is named: %s", async (name) => {
    const folder = await createProject({ "weather.ts": CODE });
    const server = await startServe(folder, "weather.ts", "--export", name);
    const answers = await exchange(server, [...HANDSHAKE, { id: 2, method: "prompts/list" }]);
    expect(answers[1]).toMatchObject({ result: { prompts: [{ name: "packing" }] } });
  });

  describe("dynamic primitives", () => {
    const DYNAMIC = `import { defineServer, dynamic, tool } from "@plainmcp/core";

const greeting = dynamic({
  tools: [{ name: "hello", inputSchema: { type: "object" }, call: () => "Hello" }],
});
`;
    const OWN = `class Own {
  /** Says own. */
  @tool
  own(): string {
    return "own";
  }
}
`;

    test.each([
      ["alone", "export default greeting;", ["hello"]],
      ["alone in a definition", "export default defineServer(greeting);", ["hello"]],
      ["beside a class", `${OWN}export default [Own, greeting];`, ["own", "hello"]],
      ["under a prefix", `${OWN}export default { a: Own, b: greeting };`, ["a_own", "b_hello"]],
    ])("%s, also when built", async (_, code, names) => {
      const folder = await createProject({ "server.ts": `${DYNAMIC}${code}\n` });
      const requests = [
        ...HANDSHAKE,
        { id: 2, method: "tools/list" },
        { id: 3, method: "tools/call", params: { name: names.at(-1) } },
      ];
      const answers = [
        {},
        { result: { tools: names.map((name) => ({ name })) } },
        { result: { content: [{ type: "text", text: "Hello" }] } },
      ];
      expect(await exchange(await startServe(folder, "server.ts"), requests)).toMatchObject(answers);
      const built = await runCommand(folder, "build", "server.ts", "--transport", "stdio");
      expect({ exitCode: built.exitCode, stderr: built.stderr }).toEqual({ exitCode: 0, stderr: "" });
      expect(await exchange(start(folder, ["dist/server.mjs"]), requests)).toMatchObject(answers);
    });

    test("have no manifest", async () => {
      const folder = await createProject({ "server.ts": `${DYNAMIC}export default greeting;\n` });
      const { exitCode, stderr } = await runCommand(folder, "manifest", "server.ts");
      expect(exitCode).toBe(1);
      expect(stderr).toContain("server.ts has no class, so there is no manifest to write");
    });
  });

  test("nothing when there is a choice and nobody made it", async () => {
    const { exitCode, stderr } = await runCommand(await createProject({ "weather.ts": CODE }), "serve", "weather.ts");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--export Weather\n  --export instance\n  --export list\n  --export defined\n");
  });
});
