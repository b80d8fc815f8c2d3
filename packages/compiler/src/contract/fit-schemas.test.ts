import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import type { SchemaSize } from "../project/schema-size.js";

describe("the size of schemas", () => {
  it("takes the limits of a tool's schemas as an option", () => {
    const { folder } = temporaryProject({
      "server.ts": [
        'import { tool } from "@plainmcp/core";',
        "interface Person { name: string; address: { street: string; city: string; country: string } }",
        "export class A { /** Does. */ @tool a(id: string): { person: Person } { return JSON.parse(id); } }",
      ].join("\n"),
    });
    const judge = (schemaSize: SchemaSize) => {
      const { diagnostics } = compile({ files: [join(folder, "server.ts")], schemaSize });
      return diagnostics.map(({ code, line, message }) => [code, line, /`(.*)`/.exec(message)?.[1]]);
    };
    expect(judge({})).toEqual([]);
    expect(judge({ warn: 200 })).toEqual([["PLAIN1045", 3, "result.person.address"]]);
    expect(judge({ error: 200 })).toEqual([["PLAIN1024", 3, "result.person.address"]]);
    expect(judge({ warn: 1000, error: 1000 })).toEqual([]);
  });

  it("writes a type with more parts than fit in memory by moving repeated parts to $defs", () => {
    const { folder } = temporaryProject({
      "server.ts": [
        'import { tool } from "@plainmcp/core";',
        "type Ten<T> = { a: T; b: T; c: T; d: T; e: T; f: T; g: T; h: T; i: T; j: T };",
        `type Deep = ${"Ten<".repeat(24)}{ leaf: string; at: Date }${">".repeat(24)};`,
        "export class A { /** Does. */ @tool a(first: Deep, ...rest: Deep[]): Deep { return first ?? rest; } }",
      ].join("\n"),
    });
    const { manifest, diagnostics } = compile({ files: [join(folder, "server.ts")] });
    expect(diagnostics).toEqual([]);
    const [tool] = manifest.classes[0]?.tools ?? [];
    expect(Object.keys(tool?.outputSchema?.$defs as object)).toHaveLength(24);
    expect(JSON.stringify(tool).length).toBeLessThan(20_000);
  });
});
