import { readFileSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import onEsbuild from "@plainmcp/compiler/esbuild";
import onRolldown from "@plainmcp/compiler/rolldown";
import onRollup from "@plainmcp/compiler/rollup";
import onRspack from "@plainmcp/compiler/rspack";
import onVite from "@plainmcp/compiler/vite";
import onWebpack from "@plainmcp/compiler/webpack";
import { rspack } from "@rspack/core";
import * as esbuild from "esbuild";
import * as rolldown from "rolldown";
import * as rollup from "rollup";
import * as vite7 from "vite";
import * as vite8 from "vite-8";
import { describe, expect, it, onTestFinished } from "vitest";
import { webpack } from "webpack";
import { INJECTED_ANSWER, INJECTED_PROJECT } from "./support/injected-project.js";
import { sourceProject } from "./support/source-project.js";

const OURS = /^@plainmcp\//;

/** What a host made of `main.ts`, and what it had to say. */
interface Built {
  readonly code: string;
  readonly map: string;
  readonly warnings: readonly string[];
}

/** Builds `main.ts` with source maps; fails as the host fails. */
const HOSTS: Readonly<Record<string, (folder: string) => Promise<Built>>> = {
  async esbuild(folder) {
    const { outputFiles, warnings } = await esbuild.build({
      absWorkingDir: folder,
      entryPoints: ["main.ts"],
      outfile: "out.js",
      bundle: true,
      platform: "node",
      format: "esm",
      external: ["@plainmcp/*"],
      sourcemap: true,
      write: false,
      logLevel: "silent",
      plugins: [onEsbuild()],
    });
    const texts = await esbuild.formatMessages(warnings, { kind: "warning" });
    return { code: outputFiles[1]?.text ?? "", map: outputFiles[0]?.text ?? "", warnings: texts };
  },
  async rollup(folder) {
    const warnings: string[] = [];
    const types: rollup.Plugin = {
      name: "types",
      resolveId: (id, importer) => (importer && id.startsWith(".") ? join(folder, id.replace(/\.js$/, ".ts")) : null),
      transform: (code) => esbuild.transform(code, { loader: "ts", sourcemap: true }),
    };
    const bundle = await rollup.rollup({
      input: join(folder, "main.ts"),
      external: OURS,
      plugins: [onRollup(), types],
      onwarn: (warning) => void warnings.push(`${warning.loc?.line}: ${warning.message}`),
    });
    const [chunk] = (await bundle.generate({ sourcemap: true })).output;
    return { code: chunk.code, map: String(chunk.map), warnings };
  },
  async rolldown(folder) {
    const warnings: string[] = [];
    const { output } = await rolldown.build({
      cwd: folder,
      input: "main.ts",
      external: OURS,
      plugins: [onRolldown()],
      output: { sourcemap: true },
      write: false,
      onLog: (_, log) => void warnings.push(`${log.loc?.line}: ${log.message}`),
    });
    return { code: output[0].code, map: String(output[0].map), warnings };
  },
  "vite 7": (folder) => byVite(vite7 as unknown as Vite, folder),
  "vite 8": (folder) => byVite(vite8 as unknown as Vite, folder),
  webpack: (folder) => byWebpack(webpack as unknown as Webpack, onWebpack(), "swc-loader", folder),
  rspack: (folder) => byWebpack(rspack as unknown as Webpack, onRspack(), "builtin:swc-loader", folder),
};

type Vite = typeof vite7;

async function byVite(vite: Vite, folder: string): Promise<Built> {
  const warnings: string[] = [];
  const logger = vite.createLogger("silent");
  logger.warn = (message) => void warnings.push(message);
  const result = await vite.build({
    root: folder,
    configFile: false,
    logLevel: "silent",
    customLogger: logger,
    ssr: { external: true },
    build: { ssr: "main.ts", sourcemap: true, minify: false, write: false },
    plugins: [onVite()],
  });
  const [chunk] = (result as { output: rollup.OutputChunk[] }).output;
  return { code: chunk?.code ?? "", map: String(chunk?.map), warnings };
}

type Webpack = typeof webpack;

function webpackOptions(plugin: { apply(compiler: never): void }, loader: string, folder: string) {
  const options = {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", decorators: true },
      transform: { decoratorVersion: "2022-03" },
    },
  };
  return {
    mode: "production",
    devtool: "source-map",
    target: "node",
    context: folder,
    entry: "./main.ts",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    module: { rules: [{ test: /\.ts$/, use: { loader, options } }] },
    externals: [OURS],
    externalsType: "module",
    experiments: { outputModule: true },
    optimization: { minimize: false },
    output: { path: join(folder, "dist"), filename: "out.mjs", module: true, library: { type: "module" } },
    plugins: [plugin],
  } as never;
}

function byWebpack(
  host: Webpack,
  plugin: ReturnType<typeof onWebpack>,
  loader: string,
  folder: string,
): Promise<Built> {
  return new Promise((resolve, reject) => {
    host(webpackOptions(plugin, loader, folder), (error, stats) => {
      const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
      if (error || errors.length > 0) reject(error ?? new Error(errors.map(({ message }) => message).join("\n\n")));
      const read = (name: string) => readFileSync(join(folder, "dist", name), "utf8");
      const texts = warnings.map(({ message }) => message);
      if (errors.length === 0) resolve({ code: read("out.mjs"), map: read("out.mjs.map"), warnings: texts });
    });
  });
}

const tool = (name: string, type: string) => `  /** ${name}. */
  @tool
  ${name}(value: ${type}) {
    return [String(value), "marker ${name}"];
  }
`;

const MAIN = `export { First } from "./first.js";
export { Second } from "./second.js";
`;

const module = (name: string, type: string) => `import { tool } from "@plainmcp/core";

export class ${name} {
${tool(name.toLowerCase(), type)}}; export const after${name} = ["marker after ${name}"];

export const below${name} = ["marker below ${name}"];
`;

describe.each(Object.entries(HOSTS))("%s", (host, build) => {
  it("maps every line and column back to the source", async () => {
    const [first, second] = [module("First", "string"), module("Second", "number")];
    const main = `${MAIN}export * from "./first.js";\n`;
    const folder = sourceProject({ "main.ts": main, "first.ts": first, "second.ts": second });
    const { code, map } = await build(folder);
    expect(code.match(/\\?"manifestVersion\\?":/g)).toHaveLength(2);
    const sourceMap = new SourceMap(JSON.parse(map));
    for (const marker of ["marker first", "marker after First", "marker below First", "marker second"]) {
      const source = marker.endsWith("second") ? second : first;
      const entry = sourceMap.findEntry(...position(code, `"${marker}"`));
      const [originalLine, originalColumn] = position(source, `"${marker}"`);
      expect({ marker, ...pick(entry) }).toEqual({ marker, originalLine, originalColumn });
    }
  });

  it("shows every error of the build, at its place", async () => {
    const folder = sourceProject({
      "main.ts": `import "@plainmcp/core";\n${MAIN}`,
      "first.ts": module("First", "symbol"),
      "second.ts": module("Second", "() => void"),
    });
    const error = (await build(folder).then(
      () => new Error("The build has no errors"),
      (reason: unknown) => reason,
    )) as rollup.RollupError & { errors?: esbuild.Message[] };
    expect(error.message).toContain("symbol");
    expect(error.message).toContain("function");
    if (host === "esbuild") {
      expect(error.errors?.map(({ location }) => location)).toMatchObject([
        { file: "first.ts", line: 6, column: 8, lineText: "  first(value: symbol) {" },
        { file: "second.ts", line: 6 },
      ]);
    } else if (/pack$/.test(host)) {
      expect(error.message).toContain("first(value: symbol) {\n");
    } else {
      const found = (error.errors?.[0] as unknown as typeof error) ?? error;
      expect(found).toMatchObject({ plugin: "plainmcp", loc: { file: join(folder, "first.ts"), line: 6, column: 8 } });
      expect(found.frame).toBe("6:   first(value: symbol) {\n           ^^^^^^^^^^^^^");
    }
  });

  it("shows each warning once and no hint, and builds", async () => {
    const folder = sourceProject({
      "main.ts": `import "@plainmcp/core";\n${MAIN}`,
      "first.ts": module("First", "string").replace("/** first. */", ""),
      "second.ts": module("Second", "number").replace(
        "return",
        'if (value < 0) throw new RangeError("No.");\n    return',
      ),
    });
    const { code, warnings } = await build(folder);
    expect(code).toContain("registerManifest");
    expect(warnings.filter((warning) => warning.includes("PLAIN"))).toEqual([expect.stringContaining("PLAIN1016")]);
  });

  // Webpack, Rspack and Rollup leave decorators, and what belongs to them, to what comes after.
  it.skipIf(/pack|rollup/.test(host))("emits the metadata of older decorators", async () => {
    const server = INJECTED_PROJECT["server.ts"] ?? "";
    const folder = sourceProject({
      ...INJECTED_PROJECT,
      "main.ts": 'export { default } from "./server.js";',
      // Rolldown emits metadata, too, and takes every import for a value that does not say otherwise.
      "server.ts": /rolldown|8/.test(host) ? server.replace(/ (Options|Typed) }/g, " type $1 }") : server,
    });
    const { code, warnings } = await build(folder);
    expect(warnings).toEqual([]);
    writeFileSync(join(folder, "out.mjs"), code.replace(/^\/\/# sourceMappingURL=.*$/m, ""));
    const built = await import(pathToFileURL(join(folder, "out.mjs")).href);
    expect(built.default.sky()).toBe(INJECTED_ANSWER);
  });

  it("leaves modules alone that have nothing to do with servers, and type errors outside of contracts", async () => {
    const folder = sourceProject({ "main.ts": `class Plain {}\nexport const wrong: number = "text" + new Plain();\n` });
    const { code, warnings } = await build(folder);
    expect(code).not.toContain("registerManifest");
    expect(warnings).toEqual([]);
  });

  it("lowers base classes and mixins in modules of their own, and stops for no error outside of contracts", async () => {
    const folder = sourceProject({
      "main.ts": `export { First } from "./first.js";
`,
      "first.ts": `import { join } from "node:path";
import { Base } from "./base.js";
import { Mixin } from "./mixin.js";
import { service } from "./service.js";
const unused = join("a", "b");
export class First extends Mixin(Base<string>) {}
console.log(service());
`,
      "base.ts": `import { tool } from "@plainmcp/core";
export abstract class Base<T> {
${tool("base", "T")}}
`,
      "mixin.ts": `import { tool } from "@plainmcp/core";
type Constructor = abstract new (...args: any[]) => object;
export function Mixin<T extends Constructor>(Base: T) {
  abstract class Mixed extends Base {
${tool("mixin", "number")}  }
  return Mixed;
}
`,
      "service.ts": "export function service(): string {\n  return 1;\n}\n",
    });
    const { code, warnings } = await build(folder);
    expect(warnings.filter((warning) => warning.includes("PLAIN"))).toEqual([]);
    expect(code).not.toMatch(/^\s*@tool/m);
    expect(code.match(/\\?"method\\?":\\?"(?:base|mixin)\\?"/g)).toHaveLength(2);
  });
});

describe("when a file changes that only types come from", () => {
  const FILES = {
    "main.ts": `export { First } from "./first.js";\n`,
    "first.ts": `import type { Text } from "./text.js";\n${module("First", "Text")}`,
    "text.ts": `export type Text = "before";\n`,
  };
  const edit = (folder: string) => writeFileSync(join(folder, "text.ts"), `export type Text = "after";\n`);
  const literal = (code: string | undefined) => /\\?"const\\?":\\?"(before|after)\\?"/.exec(code ?? "")?.[1];

  it("esbuild builds the new manifest", () => expectRebuilt(sourceProject(FILES), edit, literal));

  it("rollup notices, and builds the new manifest", async () => {
    const folder = sourceProject(FILES);
    const types: rollup.Plugin = {
      name: "types",
      resolveId: (id, importer) => (importer && id.startsWith(".") ? join(folder, id.replace(/\.js$/, ".ts")) : null),
    };
    const file = join(folder, "out.js");
    const watcher = rollup.watch({
      input: join(folder, "main.ts"),
      external: OURS,
      plugins: [onRollup(), types],
      output: { file },
    });
    onTestFinished(() => watcher.close());
    await end(watcher);
    expect(literal(readFileSync(file, "utf8"))).toBe("before");
    await expectNoticed(
      () => edit(folder),
      () => literal(readFileSync(file, "utf8")),
    );
  });

  it.each([
    ["vite 7", vite7],
    ["vite 8", vite8 as unknown as Vite],
  ])("%s serves the new manifest", async (_, vite) => {
    const folder = sourceProject(FILES);
    const server = await vite.createServer({
      root: folder,
      configFile: false,
      logLevel: "silent",
      server: { middlewareMode: true, ws: false },
      optimizeDeps: { noDiscovery: true },
      plugins: [onVite()],
    });
    onTestFinished(() => server.close());
    const load = async () => literal((await server.transformRequest("/first.ts", { ssr: true }))?.code);
    await server.transformRequest("/main.ts", { ssr: true });
    expect(await load()).toBe("before");
    await expectNoticed(() => edit(folder), load);
  });

  it.each([
    ["webpack", webpack as unknown as Webpack, onWebpack, "swc-loader"],
    ["rspack", rspack as unknown as Webpack, onRspack, "builtin:swc-loader"],
  ] as const)("%s notices, and builds the new manifest", async (_, host, plugin, loader) => {
    const folder = sourceProject(FILES);
    const compiler = host(webpackOptions(plugin(), loader, folder));
    const file = join(folder, "dist/out.mjs");
    const watching = compiler?.watch({}, () => {});
    onTestFinished(() => new Promise((resolve) => watching?.close(() => resolve())));
    const read = () => {
      try {
        return literal(readFileSync(file, "utf8"));
      } catch {
        return undefined;
      }
    };
    await expect.poll(read, { timeout: 60_000 }).toBe("before");
    await expectNoticed(() => edit(folder), read);
  });
});

describe("when the page of a tool changes", () => {
  const FILES = {
    "main.ts": `import { tool } from "@plainmcp/core";
      export class Pages {
        /** Shows a page. */
        @tool({ ui: { file: "page.html" } })
        show(): string {
          return "";
        }
      }`,
    "page.html": "<p>before</p>",
  };
  const edit = (folder: string) => writeFileSync(join(folder, "page.html"), "<p>after</p>");
  const page = (code: string | undefined) => /<p>(\w+)<\/p>/.exec(code ?? "")?.[1];

  it("esbuild builds the new manifest", () => expectRebuilt(sourceProject(FILES), edit, page));

  it("rollup notices, and builds the new manifest", async () => {
    const folder = sourceProject(FILES);
    const file = join(folder, "out.js");
    const watcher = rollup.watch({
      input: join(folder, "main.ts"),
      external: OURS,
      plugins: [onRollup()],
      output: { file },
    });
    onTestFinished(() => watcher.close());
    await end(watcher);
    expect(page(readFileSync(file, "utf8"))).toBe("before");
    await expectNoticed(
      () => edit(folder),
      () => page(readFileSync(file, "utf8")),
    );
  });
});

/** Edits until it is noticed: a host may not be watching yet when a file is edited first. */
async function expectNoticed(edit: () => void, read: () => Promise<string | undefined> | string | undefined) {
  const editAndRead = () => {
    edit();
    return read();
  };
  await expect.poll(editAndRead, { timeout: 60_000, interval: 1000 }).toBe("after");
}

/** Builds with esbuild before and after an edit. @param find What the edit turns from "before" to "after" */
async function expectRebuilt(
  folder: string,
  edit: (folder: string) => void,
  find: (code: string | undefined) => string | undefined,
): Promise<void> {
  const context = await esbuild.context({
    entryPoints: [join(folder, "main.ts")],
    bundle: true,
    format: "esm",
    external: ["@plainmcp/*"],
    write: false,
    plugins: [onEsbuild()],
  });
  onTestFinished(() => context.dispose());
  expect(find((await context.rebuild()).outputFiles[0]?.text)).toBe("before");
  edit(folder);
  expect(find((await context.rebuild()).outputFiles[0]?.text)).toBe("after");
}

function end(watcher: rollup.RollupWatcher): Promise<void> {
  return new Promise((resolve, reject) => {
    const listen = (event: rollup.RollupWatcherEvent) => {
      if (event.code === "ERROR") reject(event.error);
      if (event.code !== "END") return;
      watcher.off("event", listen);
      resolve();
    };
    watcher.on("event", listen);
  });
}

/** Line and column of a text, from 0. */
function position(code: string, text: string): [number, number] {
  const before = code.slice(0, code.indexOf(text)).split("\n");
  expect(code).toContain(text);
  return [before.length - 1, before.at(-1)?.length ?? 0];
}

function pick(entry: ReturnType<SourceMap["findEntry"]>) {
  return "originalLine" in entry
    ? { originalLine: entry.originalLine, originalColumn: entry.originalColumn }
    : { originalLine: undefined };
}
