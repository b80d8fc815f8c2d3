import type { CompiledClass } from "@plainmcp/compiler";
import type { Compilation } from "@plainmcp/compiler/internal";
import type { Manifest } from "@plainmcp/core/manifest";
import { expect, test } from "vitest";
import { selectServed } from "./select-served.js";

const FILE = "/project/server.ts";

function compiled(name: string, ...exports: readonly string[]): CompiledClass {
  return {
    name,
    file: FILE,
    exports: exports.map((exported) => ({ file: FILE, name: exported, isConstructed: true })),
    manifest: manifest({ name: name.toLowerCase(), version: "1.0.0" }, described(name)),
    dependencies: [],
    site: { kind: "statement", name, at: 0, codeStart: 0 },
    sourceHash: "",
  };
}

function manifest(server: Manifest["server"], ...classes: Manifest["classes"]): Manifest {
  return { manifestVersion: 1, generator: "test", server, classes };
}

function described(name: string): Manifest["classes"][number] {
  return { class: name, file: "server.ts", instructions: `Does ${name}.`, tools: [], resources: [], prompts: [] };
}

function compilation(...classes: readonly CompiledClass[]): Compilation {
  const entries = classes.map(({ name }) => described(name));
  return {
    manifest: manifest({ name: "place", version: "1.0.0" }, ...entries),
    classes,
    diagnostics: [],
    bundlerOptions: { imports: {}, conditions: [] },
    decorated: [],
    unserved: [],
    sources: [FILE],
  };
}

test("one class has its own manifest, whatever else the program has", () => {
  const b = compiled("B", "B", "default");
  const served = selectServed(compilation(compiled("A", "A"), b), FILE, "default");
  expect(served.manifest).toBe(b.manifest);
});

test("several classes have one, of the package's name, and each says the same of the server", () => {
  const program = compilation(compiled("A", "default"), compiled("B"), compiled("C", "default"));
  const served = selectServed(program, FILE, "default");
  const server = { name: "place", version: "1.0.0" };
  expect(served.manifest).toEqual(manifest(server, described("A"), described("C")));
  expect(served.classes.map((entry) => entry.manifest.server)).toEqual([
    server,
    program.classes[1]?.manifest.server,
    server,
  ]);
});

test("of several classes the first served one with a title gives it", () => {
  const titled = (name: string, ...exports: readonly string[]): CompiledClass => {
    const entry = compiled(name, ...exports);
    const server = { ...entry.manifest.server, title: `The ${name}` };
    return { ...entry, manifest: { ...entry.manifest, server } };
  };
  const classes = [titled("A"), compiled("B", "default"), titled("C", "default"), titled("D", "default")];
  const program = compilation(...classes);
  const whole = { ...program.manifest.server, title: "The A" };
  const served = selectServed({ ...program, manifest: { ...program.manifest, server: whole } }, FILE, "default");
  expect(served.manifest.server).toEqual({ name: "place", version: "1.0.0", title: "The C" });
});

test("an export that only running would explain leaves everything as it is", () => {
  const program = compilation(compiled("A", "A"), compiled("B"));
  expect(selectServed(program, FILE, "default")).toBe(program);
});
