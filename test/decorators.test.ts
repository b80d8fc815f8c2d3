import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { compile, injectManifest } from "@plainmcp/compiler";
import { createServerFactory } from "@plainmcp/core/engine";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./support/serve.js";

const SOURCE = join(ROOT, "test/fixtures/decorated.ts");
const DIALECTS = ["standard", "legacy"] as const;
const COMPILERS = ["esbuild", "tsc"] as const;

type Dialect = (typeof DIALECTS)[number];

/** What was compiled from the one source, in each dialect. */
const manifests: unknown[] = [];

/** Every way to write a decorator, in both dialects, through two compilers. */
describe.each(DIALECTS)("%s decorators", (dialect) => {
  // Inside the repository, so that the compiled module finds our packages.
  const folder = mkdtempSync(join(ROOT, "test/fixtures/compiled-"));
  const tsconfig = join(folder, "tsconfig.json");
  let source: string;

  beforeAll(() => {
    writeFileSync(tsconfig, JSON.stringify({ compilerOptions: compilerOptions(dialect), files: ["decorated.ts"] }));
    const compilation = compile({ files: [SOURCE], tsconfig });
    expect(compilation.diagnostics).toEqual([]);
    manifests.push(compilation.manifest);
    source = injectManifest(readFileSync(SOURCE, "utf8"), SOURCE, compilation);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(COMPILERS)("behave as written when compiled by %s", async (compiler) => {
    const directory = join(folder, compiler);
    mkdirSync(directory);
    const file = join(directory, "decorated.js");
    if (compiler === "esbuild") writeFileSync(file, byEsbuild(source, dialect));
    else byTsc(source, directory, dialect);
    const { default: Decorated } = await import(pathToFileURL(file).href);
    expect(await answers(Decorated)).toEqual({
      tools: ["first", "counted", "bare", "called", "with-options", "under", "above"],
      bare: "12",
      called: "#x",
      "with-options": "a b",
      under: "logged x",
      above: "logged x",
      first: "one",
      counted: "2",
      "item://1": "two",
      more: "More?",
    });
  });
});

it("both dialects compile to one manifest", () => {
  expect(manifests).toHaveLength(2);
  expect(manifests[1]).toEqual(manifests[0]);
});

function compilerOptions(dialect: Dialect) {
  return {
    target: "es2022",
    module: "nodenext",
    lib: ["es2023", "esnext.decorators"],
    types: ["node"],
    strict: true,
    experimentalDecorators: dialect === "legacy",
    emitDecoratorMetadata: dialect === "legacy",
  };
}

function byEsbuild(source: string, dialect: Dialect): string {
  const compilerOptions = { experimentalDecorators: dialect === "legacy" };
  return transformSync(source, { loader: "ts", target: "node20", tsconfigRaw: { compilerOptions } }).code;
}

function byTsc(source: string, directory: string, dialect: Dialect): void {
  writeFileSync(join(directory, "decorated.ts"), source);
  const options = { ...compilerOptions(dialect), skipLibCheck: true };
  writeFileSync(
    join(directory, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, files: ["decorated.ts"] }),
  );
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [tsc, "-p", directory], { stdio: "inherit" });
}

async function answers(target: new () => object) {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  const server = await createServerFactory(target)({ era: "legacy" });
  await server.connect(serverSide as never);
  const client = new Client({ name: "decorators", version: "1" });
  await client.connect(clientSide);
  const call = async (name: string, args = {}) => {
    const { content } = await client.callTool({ name, arguments: args });
    return content.map((block) => ("text" in block ? block.text : "")).join();
  };
  const { contents } = await client.readResource({ uri: "item://1" });
  const { messages } = await client.getPrompt({ name: "more" });
  return {
    tools: (await client.listTools()).tools.map((tool) => tool.name),
    bare: await call("bare", { a: 1 }),
    called: await call("called", { text: "x" }),
    "with-options": await call("with-options", { words: ["a", "b"] }),
    under: await call("under", { a: "x" }),
    above: await call("above", { a: "x" }),
    first: await call("first"),
    counted: await call("counted"),
    "item://1": contents[0] && "text" in contents[0] ? contents[0].text : undefined,
    more: messages[0]?.content.type === "text" ? messages[0].content.text : undefined,
  };
}
