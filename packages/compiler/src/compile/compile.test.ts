import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { compile } from "./compile.js";

const cases = fileURLToPath(new URL("../../cases/", import.meta.url));

describe("compile", () => {
  it("names the exports of the entry files that serve a class", () => {
    const file = join(cases, "several-classes", "input.ts");
    const { classes } = compile({ files: [file] });
    const exports = Object.fromEntries(classes.map((one) => [one.name, one.exports.map(({ name }) => name)]));
    expect(exports).toEqual({
      First: ["default"],
      Second: ["Second", "default"],
      Hidden: [],
      Imported: ["Renamed", "default"],
      Other: [],
    });
    expect(classes.find(({ name }) => name === "Imported")).toMatchObject({
      file: join(cases, "several-classes", "imported.ts"),
      exports: [{ file }, { file }],
      manifest: { server: { name: "imported" }, classes: [{ class: "Imported", instructions: "Imported." }] },
    });
  });

  it("tells the exports that have to be constructed from instances", () => {
    const { folder } = temporaryProject({
      "server.ts": [
        'import { defineServer, tool } from "@plainmcp/core";',
        "class A { constructor(readonly key: string) {} /** Does. */ @tool a(): void {} }",
        "export { A as itself };",
        "export const other = A;",
        'export const instance = new A("k");',
        'export const server = defineServer([new A("k")]);',
        "export default [A];",
      ].join("\n"),
    });
    const { classes } = compile({ files: [join(folder, "server.ts")] });
    const exports = classes.flatMap((one) => one.exports.map(({ name, isConstructed }) => [name, isConstructed]));
    expect(Object.fromEntries(exports)).toEqual({
      itself: true,
      other: true,
      instance: false,
      server: false,
      default: true,
    });
  });

  it("puts the classes of the entry files first, in the order given", () => {
    const { classes } = compile({ cwd: cases, files: ["weather/input.ts", "anonymous-default/input.ts"] });
    expect(classes.map(({ name }) => name)).toEqual(["Weather", "default"]);
  });

  it("reports entry files that do not exist", () => {
    const { classes, diagnostics } = compile({ cwd: cases, files: ["nowhere.ts"] });
    expect(classes).toEqual([]);
    expect(diagnostics).toMatchObject([
      { code: "PLAIN1001", message: `There is no file ${join(cases, "nowhere.ts")}.` },
    ]);
  });

  it("reports a tsconfig that does not exist", () => {
    const { diagnostics } = compile({ cwd: cases, files: ["weather/input.ts"], tsconfig: "missing.json" });
    expect(diagnostics.map(({ code }) => code)).toContain("TS5083");
  });

  it("reports each problem once, though two classes inherit it", () => {
    const { diagnostics } = compile({ cwd: cases, files: ["no-description/input.ts", "no-description/input.ts"] });
    expect(diagnostics.map(({ line }) => line)).toEqual([4, 8, 11, 16]);
  });
});

describe("compile outside of any project", () => {
  it("has strict defaults, and knows the platform without its type packages", () => {
    const { folder } = temporaryProject({
      "server.mts": `
        import { tool } from "@plainmcp/core";
        export class HTTPServer2Go {
          /** One. */
          @tool
          one(at: Date, link: URL | null, signal?: AbortSignal): void { console.log(link, fetch); }
          /** Two. */
          @tool
          two(text: string): Response { return new Response(text satisfies string | null); }
        }`,
    });
    const { manifest, diagnostics } = compile({ cwd: folder, files: ["server.mts"] });
    expect(diagnostics).toEqual([]);
    expect(manifest.server).toEqual({ name: "http-server2-go", version: "0.0.0" });
    expect(manifest.classes[0]?.tools[0]).toMatchObject({
      parameters: [{ name: "at" }, { name: "link" }, { inject: "signal" }],
      inputSchema: { properties: { link: { anyOf: [{ "x-ts": "URL" }, { type: "null" }] } } },
    });
    expect(manifest.classes[0]?.tools[1]).not.toHaveProperty("outputSchema");
  });
});

describe("the homepage of the package", () => {
  const code =
    'import { tool } from "@plainmcp/core";\nexport class One {\n  /** One. */\n  @tool\n  one(): void {}\n}';

  it.each([
    ["https://example.com/one#readme", { websiteUrl: "https://example.com/one#readme" }],
    ["mailto:one@example.com", {}],
    ["https://", {}],
    [{ url: "https://example.com" }, {}],
  ])("%j becomes the website of the server if it is one", (homepage, expected) => {
    const json = { name: "one", version: "1.0.0", homepage };
    const { folder } = temporaryProject({ "server.ts": code, "package.json": JSON.stringify(json) });
    const { manifest } = compile({ cwd: folder, files: ["server.ts"] });
    expect(manifest.server).toEqual({ name: "one", version: "1.0.0", ...expected });
  });
});

describe("a JavaScript entry", () => {
  const FILES = {
    "units.js": '/** @typedef {"c" | "f"} Unit */\nexport const UNITS = ["c", "f"];',
    "server.js": `
      import { tool } from "@plainmcp/core";
      import { UNITS } from "./units.js";
      /** @typedef {object} Place @property {string} name Name of it */
      export class Weather {
        /**
         * Reads.
         * @param {Place} place Where
         * @param {import("./units.js").Unit} [unit] How to show it
         * @returns {Promise<{ degrees: number, at: Date }>}
         */
        @tool
        async read(place, unit = "c") { return { degrees: UNITS.indexOf(unit), at: new Date() }; }
      }`,
  };

  it.each([
    ["without a tsconfig", {}],
    [
      "beside TypeScript",
      { "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "target": "es2022", "strict": true } }' },
    ],
  ])("is read with the types of its comments: %s", (_, files) => {
    const { folder } = temporaryProject({ ...FILES, ...files });
    const { manifest, diagnostics } = compile({ files: [join(folder, "server.js")] });
    expect(diagnostics).toEqual([]);
    expect(manifest.classes[0]?.tools[0]).toMatchObject({
      inputSchema: {
        properties: {
          place: { type: "object", properties: { name: { type: "string", description: "Name of it" } } },
          unit: { type: "string", enum: ["c", "f"], default: "c" },
        },
        required: ["place"],
      },
      outputSchema: { properties: { degrees: { type: "number" }, at: { type: "string", format: "date-time" } } },
    });
  });
});
