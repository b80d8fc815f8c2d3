import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { rspack } from "@rspack/core";
import * as rolldown from "rolldown";
import * as vite from "vite";
import { describe, expect, it } from "vitest";
import { filesOf } from "./support/doc-page.js";
import { PLAINMCP, ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const { "server.ts": SERVER = "" } = filesOf("docs/guide.md");
const SNIPPETS = filesOf("docs/guide/building.md");

/** How each file of the page is put to use; all write into `dist`, except the program that `register` runs. */
const USES: Readonly<Record<string, (folder: string, file: string) => Promise<unknown>>> = {
  "main.ts": async (cwd) =>
    execFileSync(process.execPath, ["--import", "@plainmcp/compiler/register", "main.ts"], { cwd, input: "" }),
  "vite.config.ts": (root, configFile) => vite.build({ root, configFile, logLevel: "silent" }),
  "rolldown.config.js": async (cwd, file) => {
    const { default: config } = await import(pathToFileURL(file).href);
    await rolldown.build({ ...config, cwd, output: { dir: join(cwd, "dist") }, logLevel: "silent" });
  },
  "build.js": async (cwd, file) => execFileSync(process.execPath, [file], { cwd }),
  "tsup.config.ts": async (cwd) =>
    execFileSync(process.execPath, [join(ROOT, "node_modules/tsup/dist/cli-default.js"), "--silent"], { cwd }),
  "rspack.config.js": async (context, file) => {
    const { default: config } = await import(pathToFileURL(file).href);
    const compiler = rspack({
      ...config,
      context,
      mode: "development",
      devtool: false,
      output: { ...config.output, path: join(context, "dist") },
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    expect(stats?.toJson({ all: false, errors: true }).errors).toEqual([]);
  },
  "with-manifest.ts": async (cwd) => {
    execFileSync(process.execPath, [PLAINMCP, "manifest", "server.ts", "--out", "manifest.json"], { cwd });
    execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "--outDir", "dist"], {
      cwd,
      stdio: "inherit",
    });
  },
};

describe("the page on building", () => {
  it("has snippets for each of these", () => {
    expect(Object.keys(SNIPPETS)).toEqual(Object.keys(USES));
  });

  it.each(Object.entries(USES))("%s builds a server", async (name, use) => {
    const compilerOptions = {
      target: "es2022",
      module: "nodenext",
      resolveJsonModule: true,
      strict: true,
      skipLibCheck: true,
      types: ["node"],
    };
    const folder = sourceProject({
      "server.ts": SERVER,
      "tsconfig.json": JSON.stringify({ compilerOptions, include: ["server.ts", "with-manifest.ts"] }),
      [name]: SNIPPETS[name] ?? "",
    });
    await use(folder, join(folder, name));
    if (name === "main.ts") return;
    const built = readdirSync(join(folder, "dist")).map((file) => readFileSync(join(folder, "dist", file), "utf8"));
    expect(built.join("\n")).toMatch(/manifestVersion/);
    const entry =
      readdirSync(join(folder, "dist")).findLast((file) => /^(?:with-manifest|server)\.c?js$/.test(file)) ?? "";
    // Decorators that were left would be a syntax error.
    execFileSync(process.execPath, [join(folder, "dist", entry)], { input: "" });
  });
});
