import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP, ROOT } from "./support/serve.js";

/** What `plainmcp build` writes must need nothing but Node: it runs here in a folder that holds only itself. */
describe.each(TRANSPORTS)("the module built for %s", (transport) => {
  const out = mkdtempSync(join(tmpdir(), "plainmcp-out-"));
  const alone = mkdtempSync(join(tmpdir(), "plainmcp-alone-"));
  const module = join(alone, "server.mjs");

  beforeAll(() => {
    const source = join(ROOT, "examples/calculator/server.ts");
    execFileSync(process.execPath, [PLAINMCP, "build", source, "--transport", transport, "--out-dir", out], {
      stdio: "pipe",
    });
    copyFileSync(join(out, "server.mjs"), module);
  });
  afterAll(() => {
    rmSync(out, { recursive: true });
    rmSync(alone, { recursive: true });
  });

  it("comes with its manifest", () => {
    expect(readdirSync(out).sort()).toEqual(["server.manifest.json", "server.mjs"]);
    const manifest = JSON.parse(readFileSync(join(out, "server.manifest.json"), "utf8"));
    expect(manifest).toMatchObject({
      manifestVersion: 1,
      classes: [{ class: "Calculator", tools: [{ name: "add" }] }],
    });
  });

  it.each(CLIENTS)("serves %s, alone in an empty directory", async (client) => {
    const connection = await connect(client, transport, { args: [module], http: ["--port", "0"] });
    expect((await connection.callTool("add", { b: 3, a: 2 })).content).toEqual([{ type: "text", text: "5" }]);
    const { contents } = await connection.client.readResource({ uri: "constant://pi" });
    expect(contents).toMatchObject([{ text: String(Math.PI) }]);
    expect(await connection.close()).toEqual([]);
  });

  it("has everything that its later part requires", () => {
    const [, later = "{}", lines = ""] = LATER_PART.exec(readFileSync(module, "utf8")) ?? [];
    const [part, runtime] = [new Map(Object.entries<string>(JSON.parse(later))), joined(lines)];
    expect(part.size).toBeGreaterThan(50);
    const shared = new Set(Array.from(runtime.matchAll(/"(plainmcp:[^"]+)"\s*:/g), ([, name]) => name));
    const required = new Set(Array.from(runtime.matchAll(/\(\s*"(plainmcp:[^"]+)"/g), ([, name = ""]) => name));
    expect(required.size).toBeGreaterThan(50);
    for (const code of part.values()) {
      compileFunction(code, ["require", "module", "exports"]);
      for (const [, name = ""] of joined(code).matchAll(/require\("(plainmcp:[^"]+)"\)/g)) required.add(name);
    }
    expect([...required].filter((name) => !part.has(name) && !shared.has(name))).toEqual([]);
  });
});

/** Code without the ends of lines in its strings, which are there to keep the lines short. */
function joined(code: string): string {
  return code.replaceAll("\\\n", "");
}

/** The texts of the later part, and the runtime. */
const LATER_PART = /^const __plainmcp_later_part = (\{\n[\s\S]*?\n\});\n(const __plainmcp =[\s\S]*)/m;

describe.each(TRANSPORTS)("a module of plain tools, built for %s", (transport) => {
  const out = mkdtempSync(join(ROOT, "test/fixtures/plain-"));
  afterAll(() => rmSync(out, { recursive: true }));

  it.each(CLIENTS)("answers %s first without the later part, except for a session over HTTP", async (client) => {
    const source = join(out, "server.ts");
    writeFileSync(source, PLAIN_TOOLS);
    const command = [PLAINMCP, "build", source, "--transport", transport, "--out-dir", join(out, "built")];
    execFileSync(process.execPath, command, { stdio: "pipe" });
    const env = { NODE_V8_COVERAGE: join(out, client) };
    const [watch, loaded] = [join(out, "watch.cjs"), join(out, `loaded-${client}`)];
    writeFileSync(watch, watchWebClasses(loaded));
    writeFileSync(loaded, "");
    const connection = await connect(client, transport, {
      ...{ args: ["--require", watch, join(out, "built/server.mjs")], http: ["--port", "0"], env },
    });
    const { tools } = await connection.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["add"]);
    expect((await connection.callTool("add", { b: 3, a: 2 })).structuredContent).toEqual({ sum: 5 });
    expect(await connection.close()).toEqual([]);
    const run = readdirSync(env.NODE_V8_COVERAGE).flatMap((name): { url: string }[] => {
      return JSON.parse(readFileSync(join(env.NODE_V8_COVERAGE, name), "utf8")).result;
    });
    expect(run.map(({ url }) => url)).toContainEqual(expect.stringMatching(/server\.mjs$/));
    const later = run.flatMap(
      ({ url }) => /plainmcp-later\/(?!transport-http\/|core\/stores\/)(.*)/.exec(url)?.[1] ?? [],
    );
    expect(later).toEqual([]);
    expect(readFileSync(loaded, "utf8")).toBe("");
  });
});

/** A script that writes down each use of `Request` and `Response`: the first one takes Node 15 ms to load them. */
function watchWebClasses(file: string): string {
  return `for (const name of ["Request", "Response"]) {
    const { get } = Object.getOwnPropertyDescriptor(globalThis, name);
    const watched = () => {
      require("node:fs").appendFileSync(${JSON.stringify(file)}, new Error(name).stack);
      return get.call(globalThis);
    };
    Object.defineProperty(globalThis, name, { get: watched, configurable: true });
  }`;
}

const PLAIN_TOOLS = `import { tool } from "@plainmcp/core";

export default class Calculator {
  /** Adds two numbers. */
  @tool
  add(a: number, b: number): { sum: number } {
    return { sum: a + b };
  }
}
`;
