import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runInThisContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { ts } from "../typescript/typescript.js";
import { injectManifest } from "./inject-manifest.js";

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "plainmcp-"));
  const core = join(directory, "node_modules", "@plainmcp", "core");
  mkdirSync(dirname(core), { recursive: true });
  symlinkSync(fileURLToPath(new URL("../../../core/", import.meta.url)), core);
  writeFileSync(join(directory, "package.json"), `{ "type": "module" }`);
});

afterAll(() => rmSync(directory, { recursive: true }));

const HEAD = `import { tool } from "@plainmcp/core";\n`;
const IMPORT = 'import { registerManifest } from "@plainmcp/core/internal/register"; ';
const BODY = "{\n  /** One. */\n  @tool\n  one(a: string): void {}\n}";

function inject(source: string, name = "server.ts"): string {
  const file = join(directory, name);
  writeFileSync(file, source);
  return injectManifest(source, file, compile({ files: [file] }));
}

/** Which identifiers the calls of the injected code register, and under which class names. */
function registrations(code: string): string[] {
  return [...code.matchAll(/registerManifest\((\w+), '\{"manifestVersion":1.*?"class":"(\w+)"/g)].map((match) => {
    return `${match[1]} ${match[2]}`;
  });
}

function syntaxErrors(code: string): unknown[] {
  const { diagnostics = [] } = ts.transpileModule(code, { reportDiagnostics: true });
  return diagnostics.map(({ messageText }) => messageText);
}

describe("injectManifest", () => {
  it("registers the forms of the class", () => {
    const code = inject(`import { type Context, tool } from "@plainmcp/core";
      export class Server {
        /** One. */
        @tool
        async one(ctx: Context): Promise<void> {
          await ctx.elicit<{ name: string }>("Who?");
        }
      }`);
    expect(code).toContain('"forms":[{"message":["Who?"],"schema":{"type":"object","properties":{"name":{');
  });

  it.each([
    ["an exported class", `export class Server ${BODY}`, "Server Server"],
    ["a default class", `export default class Server ${BODY}`, "Server Server"],
    ["a class without export", `class Server ${BODY}`, "Server Server"],
    ["a class exported later", `class Server ${BODY}\nexport { Server as Other };`, "Server Server"],
    ["an anonymous default class", `export default class ${BODY}`, "DefaultClass default"],
    ["an anonymous subclass", `class Base {}\nexport default class extends Base ${BODY}`, "DefaultClass default"],
    ["a class in a constant", `export const Server = class ${BODY}`, "Server Server"],
    ["a class of another name in a constant", `const Server = class Inner ${BODY};`, "Server Server"],
    ["a class in a function", `export function make() {\n  class Server ${BODY}\n  return Server;\n}`, "Server Server"],
    ["a class in an expression", `export const all = [class ${BODY}];`, "it default"],
  ])("registers %s", (_, source, expected) => {
    const code = inject(HEAD + source);
    expect(registrations(code)).toEqual([expected]);
    expect(syntaxErrors(code)).toEqual([]);
    expect(code.startsWith(HEAD + IMPORT)).toBe(true);
  });

  it("imports behind directives and the module's own imports", () => {
    const code = inject(
      `'use strict';\n${HEAD}import fs = require("node:fs");\n/** Serves. */\nexport class A ${BODY}`,
    );
    expect(code).toContain(`require("node:fs");\n/** Serves. */\n${IMPORT}export class A {`);
  });

  it("imports before it calls, as modules that become CommonJS load in that order", () => {
    const code = inject(`${HEAD}make();\nfunction make() {\n  class Server ${BODY}\n}\n`);
    const { outputText } = ts.transpileModule(code, { compilerOptions: { module: ts.ModuleKind.CommonJS } });
    expect(outputText.indexOf("core/register")).toBeLessThan(outputText.indexOf("registerManifest)("));
  });

  it("registers every class of the file with its own manifest", () => {
    const code = inject(
      `${HEAD}export class A ${BODY}\nexport class Plain {}\nexport class B ${BODY} export class C ${BODY}\n`,
    );
    expect(registrations(code)).toEqual(["A A", "B B", "C C"]);
  });

  it("keeps every line where it was", () => {
    const source = `${HEAD}export class A ${BODY} // a comment\n\nconst B = class ${BODY}\nexport { B }`;
    const [before, after] = [source.split("\n"), inject(source).split("\n")];
    expect(after.map((line) => line.replace(IMPORT, "").replace(/; registerManifest\(.*\}'\);/, ""))).toEqual(before);
  });

  it("keeps the line ends of the file", () => {
    const code = inject(`${HEAD}export class A ${BODY}\n`.replaceAll("\n", "\r\n"));
    expect(registrations(code)).toEqual(["A A"]);
    expect(code.replaceAll("\r\n", "")).not.toContain("\n");
  });

  it("takes another name where the file has one like it", () => {
    const code = inject(`${HEAD}export class A ${BODY}\nexport const registerManifest = 1;\n`);
    expect(code).toContain("; _registerManifest(A, '{");
    expect(code).toContain('import { registerManifest as _registerManifest } from "@plainmcp/core/internal/register";');
    expect(syntaxErrors(code)).toEqual([]);
  });

  it("works in the older dialect of decorators", () => {
    writeFileSync(
      join(directory, "tsconfig.json"),
      `{ "compilerOptions": { "experimentalDecorators": true, "module": "nodenext" } }`,
    );
    const code = inject(`${HEAD}export default class Server ${BODY}\n`, "legacy.ts");
    rmSync(join(directory, "tsconfig.json"));
    expect(registrations(code)).toEqual(["Server Server"]);
    const options = { experimentalDecorators: true, target: ts.ScriptTarget.ES2022 };
    expect(ts.transpile(code, options)).toMatch(
      /__decorate\(\[[\s\S]*\], Server\.prototype, "one", null\);\s*;\s*registerManifest\(Server/,
    );
  });

  it("returns a source without such classes as it is", () => {
    const source = "export class Plain {}\n";
    expect(inject(source)).toBe(source);
    const compilation = compile({ files: [join(directory, "server.ts")] });
    expect(injectManifest(source, join(directory, "other.ts"), compilation)).toBe(source);
  });

  it("keeps quotes, backslashes and properties named __proto__", () => {
    const code = inject(
      `${HEAD}export class A {\n  /** Its 'C:\\new' */\n  @tool\n  one(a: { "__proto__": string }): void {}\n}\n`,
    );
    const [, literal = ""] = /registerManifest\(A, ('.*')\);/.exec(code) ?? [];
    const [{ description, inputSchema }] = JSON.parse(runInThisContext(literal)).classes[0].tools;
    expect(description).toBe("Its 'C:\\new'");
    expect(Object.keys(inputSchema.properties.a.properties)).toEqual(["__proto__"]);
  });

  it("finds the classes in a text that another tool has changed since", () => {
    const source = `${HEAD}export class A ${BODY}\nexport default class ${BODY}\nconst C = class ${BODY};\n`;
    const file = join(directory, "server.ts");
    writeFileSync(file, source);
    const compilation = compile({ files: [file] });
    const code = injectManifest(`/* banner */\n${source.replaceAll(": string", "")}`, file, compilation);
    expect(registrations(code)).toEqual(["A A", "DefaultClass default", "C C"]);
    expect(registrations(injectManifest(source, file, compilation))).toEqual(registrations(code));
    expect(syntaxErrors(code)).toEqual([]);
  });
});
