import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import onEsbuild from "@plainmcp/compiler/esbuild";
import onRolldown from "@plainmcp/compiler/rolldown";
import onRollup from "@plainmcp/compiler/rollup";
import onRspack from "@plainmcp/compiler/rspack";
import onVite from "@plainmcp/compiler/vite";
import onWebpack from "@plainmcp/compiler/webpack";
import { type Configuration as RspackConfiguration, rspack } from "@rspack/core";
import { type Options as SwcOptions, transformSync as swc } from "@swc/core";
import * as esbuild from "esbuild";
import * as rolldown from "rolldown";
import * as rollup from "rollup";
import * as tsup from "tsup";
import * as vite7 from "vite";
import * as vite8 from "vite-8";
import { type Configuration, webpack } from "webpack";

/** How a project is compiled. */
export interface Toolchain {
  readonly name: string;
  /** Whether the manifest comes from `plainmcp manifest`, because the toolchain does not support plugins. */
  readonly needsManifest?: true;
  /** Compiles `server.ts` of the project to `out`, in the decorator dialect of its tsconfig. */
  build(project: Project, out: string): Promise<void>;
}

/** A folder with a tsconfig and `server.ts`. */
export interface Project {
  readonly folder: string;
  readonly isLegacy: boolean;
}

const OURS = /^@plainmcp\//;
const require = createRequire(import.meta.url);

/** Tools with which users compile TypeScript. */
export const TOOLCHAINS: readonly Toolchain[] = [
  tsc("tsc 5.9", require.resolve("typescript-5.9/package.json"), "bin/tsc"),
  tsc("tsc 6.0", require.resolve("typescript-6.0/package.json"), "bin/tsc"),
  tsc("tsc 7.0", require.resolve("typescript/package.json"), "bin/tsc"),
  {
    name: "swc",
    needsManifest: true,
    async build({ folder, isLegacy }, out) {
      const outDir = unbundled(out);
      mkdirSync(outDir);
      for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts"))) {
        const { code } = swc(readFileSync(join(folder, name), "utf8"), swcOptions(isLegacy));
        writeFileSync(join(outDir, name.replace(/ts$/, "js")), code);
      }
    },
  },
  {
    name: "esbuild",
    async build({ folder }, outfile) {
      await esbuild.build({
        entryPoints: [join(folder, "server.ts")],
        outfile,
        bundle: true,
        format: "esm",
        external: ["@plainmcp/*"],
        plugins: [onEsbuild()],
      });
    },
  },
  {
    name: "tsup",
    async build({ folder }, out) {
      // With decorator metadata, tsup passes every file to SWC before it reaches any plugin.
      const tsconfig = join(folder, "tsconfig.tsup.json");
      const compilerOptions = { emitDecoratorMetadata: false };
      writeFileSync(tsconfig, JSON.stringify({ extends: "./tsconfig.json", compilerOptions }));
      await tsup.build({
        config: false,
        entry: { [entryName(out)]: join(folder, "server.ts") },
        outDir: dirname(out),
        outExtension: () => ({ js: ".mjs" }),
        tsconfig,
        format: "esm",
        external: [OURS],
        silent: true,
        esbuildPlugins: [onEsbuild()],
      });
    },
  },
  {
    name: "rollup",
    async build({ folder, isLegacy }, file) {
      const bundle = await rollup.rollup({
        input: join(folder, "server.ts"),
        external: OURS,
        plugins: [onRollup(), rollupTypes(isLegacy)],
      });
      await bundle.write({ file });
    },
  },
  {
    name: "rolldown",
    async build({ folder }, file) {
      await rolldown.build({
        input: join(folder, "server.ts"),
        external: OURS,
        tsconfig: join(folder, "tsconfig.json"),
        plugins: [onRolldown()],
        output: { file },
        logLevel: "silent",
      });
    },
  },
  {
    name: "vite 7",
    async build({ folder }, out) {
      await vite7.build({ ...viteOptions(folder, out), plugins: [onVite()] });
    },
  },
  {
    name: "vite 8",
    async build({ folder }, out) {
      await vite8.build({ ...viteOptions(folder, out), plugins: [onVite()] });
    },
  },
  {
    name: "webpack",
    async build({ folder, isLegacy }, out) {
      const use = { loader: require.resolve("swc-loader"), options: swcOptions(isLegacy) };
      const compiler = webpack({ ...webpackOptions(folder, out, use), plugins: [onWebpack()] } as Configuration);
      throwErrors(await promisify(compiler.run.bind(compiler))());
    },
  },
  {
    name: "rspack",
    async build({ folder, isLegacy }, out) {
      const use = { loader: "builtin:swc-loader", options: swcOptions(isLegacy) };
      const compiler = rspack({ ...webpackOptions(folder, out, use), plugins: [onRspack()] } as RspackConfiguration);
      throwErrors(await promisify(compiler.run.bind(compiler))());
    },
  },
];

function tsc(name: string, manifest: string, bin: string): Toolchain {
  return {
    name,
    needsManifest: true,
    async build({ folder }, out) {
      const args = [join(dirname(manifest), bin), "-p", folder, "--outDir", unbundled(out)];
      execFileSync(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
    },
  };
}

/** Creates a folder for `server.js` and its imports, and `out`, which re-exports it. */
function unbundled(out: string): string {
  writeFileSync(out, `export { default } from "./${entryName(out)}/server.js";\n`);
  return join(dirname(out), entryName(out));
}

function entryName(out: string): string {
  return out.slice(dirname(out).length + 1).replace(/\.mjs$/, "");
}

function swcOptions(isLegacy: boolean): SwcOptions {
  return {
    jsc: {
      target: "es2022",
      parser: { syntax: "typescript", decorators: true },
      transform: isLegacy
        ? { legacyDecorator: true, decoratorMetadata: true }
        : ({ decoratorVersion: "2022-03" } as object),
    },
    module: { type: "es6" },
  };
}

/** Rollup does not compile TypeScript by itself. */
function rollupTypes(isLegacy: boolean): rollup.Plugin {
  const tsconfigRaw = { compilerOptions: { experimentalDecorators: isLegacy } };
  return {
    name: "types",
    resolveId: (id, importer) =>
      importer && id.startsWith(".") ? join(dirname(importer), id.replace(/js$/, "ts")) : null,
    transform: (code) => esbuild.transform(code, { loader: "ts", target: "esnext", sourcemap: true, tsconfigRaw }),
  };
}

function viteOptions(folder: string, out: string) {
  const output = { entryFileNames: `${entryName(out)}.mjs` };
  return {
    root: folder,
    configFile: false,
    logLevel: "silent",
    ssr: { external: true },
    build: {
      ssr: "server.ts",
      outDir: dirname(out),
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output },
    },
  } as const;
}

function webpackOptions(folder: string, out: string, use: object) {
  return {
    mode: "development",
    devtool: false,
    target: "node",
    context: folder,
    entry: "./server.ts",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
    module: { rules: [{ test: /\.ts$/, use }] },
    externals: [OURS],
    externalsType: "module",
    experiments: { outputModule: true },
    output: { path: dirname(out), filename: `${entryName(out)}.mjs`, module: true, library: { type: "module" } },
  };
}

function throwErrors(stats: { hasErrors(): boolean; toString(options: object): string } | undefined): void {
  if (stats?.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
