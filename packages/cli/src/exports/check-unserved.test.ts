import { join } from "node:path";
import plainmcp from "@plainmcp/compiler/esbuild";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { createProject, exchange, HANDSHAKE, runCommand, start, startServe } from "../commands/command.fixture.js";

const SHARED = `import { tool } from "@plainmcp/core";

export class Shared {
  /** Says s. */
  @tool
  s(): string {
    return "s";
  }
}
`;

const FILES = {
  "library/shared.ts": SHARED,
  "node_modules/library/package.json": JSON.stringify({
    name: "library",
    version: "1.0.0",
    type: "module",
    exports: { types: "./index.d.ts", default: "./index.js" },
    peerDependencies: { "@plainmcp/core": "*" },
  }),
  "node_modules/library/index.d.ts": "export declare class Shared {\n  s(): string;\n}\n",
  "own-and-shared.ts": `import { tool } from "@plainmcp/core";
import { Shared } from "library";
class Own { /** Says o. */ @tool o(): string { return "o"; } }
export default [Own, Shared];
`,
  "shared-only.ts": 'export { Shared } from "library";\n',
  "instance.ts": 'import { Shared } from "library";\nexport default { one: new Shared() };\n',
  "plain.ts": `import { tool } from "@plainmcp/core";
export class Own { /** Says o. */ @tool o(): string { return "o"; } }
export class Plain { hidden(): void {} }
export default [Own, Plain];
`,
  "template.ts": `import { tool } from "@plainmcp/core";
export abstract class Base { /** Says b. */ @tool b(): string { return "b"; } }
export class Own extends Base {}
export default { own: Own, base: Base };
`,
};

/** A project with a library whose class was compiled, with our plugin or by a compiler that knows nothing of it. */
async function createConsumer(isBuiltWithPlugin: boolean): Promise<string> {
  const folder = await createProject(FILES);
  await build({
    entryPoints: [join(folder, "library/shared.ts")],
    outfile: join(folder, "node_modules/library/index.js"),
    bundle: true,
    format: "esm",
    target: "node20",
    external: ["@plainmcp/*"],
    plugins: isBuiltWithPlugin ? [plainmcp()] : [],
  });
  return folder;
}

describe.each([
  ["own-and-shared", ["o", "s"]],
  ["shared-only", ["s"]],
  ["instance", ["one_s"]],
])("the compiled class of %s.ts", (name, tools) => {
  const list = [...HANDSHAKE, { id: 2, method: "tools/list" }];
  const listed = [{}, { result: { tools: tools.map((tool) => ({ name: tool })) } }];

  test("is served by the manifest that its package was built with", async () => {
    const folder = await createConsumer(true);
    expect(await exchange(await startServe(folder, `${name}.ts`), list)).toMatchObject(listed);
    const built = await runCommand(folder, "build", `${name}.ts`, "--transport", "stdio");
    expect({ exitCode: built.exitCode, stderr: built.stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(built.stdout.includes("manifest.json")).toBe(name === "own-and-shared");
    expect(await exchange(start(folder, [`dist/${name}.mjs`]), list)).toMatchObject(listed);
  });

  test.each([
    ["serve", []],
    ["build", ["--transport", "stdio"]],
  ])("ends %s where its package has no manifest", async (command, flags) => {
    const { exitCode, stdout, stderr } = await runCommand(await createConsumer(false), command, `${name}.ts`, ...flags);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/Shared,? (?:which was compiled in the package library and )?has no manifest/);
    expect(stderr).toContain("Build that package with one of plainmcp's plugins, or let it export its source.");
  });
});

test.each([
  ["plain", "the class Plain, which has nothing to serve. Put @tool, @resource or @prompt on its methods."],
  ["template", "the class Base, which is abstract or generic. Export a class that extends it."],
])("build and serve say the same of the class in %s.ts that cannot be served", async (name, message) => {
  const folder = await createProject(FILES);
  for (const args of [
    ["serve", `${name}.ts`],
    ["build", `${name}.ts`, "--transport", "stdio"],
  ]) {
    const { exitCode, stdout, stderr } = await runCommand(folder, ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain(message);
  }
});

test("manifest says that there is nothing to write for classes of packages", async () => {
  const { exitCode, stderr } = await runCommand(await createConsumer(true), "manifest", "shared-only.ts");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("shared-only.ts has only classes of compiled packages");
});
