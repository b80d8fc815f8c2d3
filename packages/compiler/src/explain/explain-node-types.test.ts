import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";

describe("the types of Node.js", () => {
  const SERVER = `
    import { readdir } from "node:fs";
    import { tool } from "@plainmcp/core";
    export class Server {
      /** One. */
      @tool
      one(name: NodeJS.Platform, data: Buffer): string {
        readdir(".", (error, names) => console.log(error, names));
        return name + process.cwd() + data.length;
      }
    }`;
  const NODE_TYPES = {
    "node_modules/@types/node/package.json": '{ "name": "@types/node", "version": "20.0.0", "types": "index.d.ts" }',
    "node_modules/@types/node/index.d.ts": `
      declare var process: { cwd(): string };
      declare var console: { log(...values: unknown[]): void };
      interface Buffer extends Uint8Array {}
      declare namespace NodeJS { type Platform = "linux" | "win32"; }
      declare module "node:fs" {
        export function readdir(path: string, callback: (error: Error | null, names: string[]) => void): void;
      }`,
  };
  const tsconfig = (options: object) => ({
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "nodenext", target: "es2022", strict: true, ...options },
    }),
  });
  const diagnose = (files: Readonly<Record<string, string>>) =>
    compile({ files: [join(temporaryProject({ "server.ts": SERVER, ...files }).folder, "server.ts")] }).diagnostics;

  it.each([
    ["without a tsconfig", {}, "Run: npm i -D @types/node"],
    ["with one", tsconfig({ lib: ["es2022"] }), "Run: npm i -D @types/node"],
    ["with one that asks for them", tsconfig({ types: ["node"] }), "Run: npm i -D @types/node"],
    ["in a project of Yarn's Plug'n'Play", { ".pnp.cjs": "" }, expect.stringMatching(/^Only Yarn/)],
    ["in a project of pnpm", { "pnpm-lock.yaml": "" }, "Run: pnpm add -D @types/node"],
    [
      "with one that asks for others only",
      tsconfig({ types: [] }),
      'Run: npm i -D @types/node, and add "node" to "types" in the tsconfig.',
    ],
    ["left out by a tsconfig", { ...NODE_TYPES, ...tsconfig({ types: [] }) }, 'Add "node" to "types" in the tsconfig.'],
  ])("are asked for once, at the first place: %s", (_, files, help) => {
    expect(diagnose(files)).toMatchObject([
      {
        code: "PLAIN1041",
        severity: "error",
        line: 2,
        message: expect.stringMatching(/^`node:fs`, `NodeJS`, `Buffer`/),
        help,
      },
    ]);
  });

  it("are asked for in JavaScript too, where a contract needs them", () => {
    const { folder } = temporaryProject({
      "server.js": `
        import { tool } from "@plainmcp/core";
        export class Server {
          /**
           * One.
           * @param {Buffer} data
           */
          @tool
          one(data) { return process.cwd() + data; }
        }`,
    });
    const { diagnostics } = compile({ files: [join(folder, "server.js")] });
    expect(diagnostics).toMatchObject([
      { code: "PLAIN1041", line: 6, message: expect.stringMatching(/^`Buffer` and `process` come/) },
    ]);
  });

  it.each([
    ["without a tsconfig", {}],
    ["with one of TypeScript 5, where they need no mention", tsconfig({ lib: ["es2022"] })],
    ["with one that asks for them", tsconfig({ types: ["node"] })],
  ])("are found where the file is: %s", (_, files) => {
    expect(diagnose({ ...NODE_TYPES, ...files })).toEqual([]);
  });
});
