import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { formatDiagnostics } from "../diagnostics/format-diagnostics.js";
import { ModuleTransformer, type PluginOptions, type TransformedModule } from "./module-transformer.js";
import { isSourceFile, SOURCE_FILES } from "./source-files.js";
import { withInlineMap } from "./to-javascript.js";

/** A plugin for every version of esbuild. */
export interface EsbuildPlugin {
  readonly name: string;
  readonly setup: (build: EsbuildBuild) => void;
}

/** The part of the bundler's interface that the plugin uses. */
export interface EsbuildBuild {
  readonly initialOptions?: { readonly absWorkingDir?: string };
  onStart(callback: () => void): void;
  onLoad(
    options: { filter: RegExp; namespace: string },
    callback: (args: LoadArgs) => Promise<LoadResult | undefined>,
  ): void;
}

/**
 * Plugin for esbuild, and for tools that take its plugins, such as tsup and Bun's bundler.
 *
 * @example
 * ```ts
 * import { build } from "esbuild";
 * import plainmcp from "@plainmcp/compiler/esbuild";
 *
 * await build({ entryPoints: ["server.ts"], bundle: true, plugins: [plainmcp()] });
 * ```
 */
export default function plainmcp(options: PluginOptions = {}): EsbuildPlugin {
  return {
    name: "plainmcp",
    setup(build) {
      const directory = build.initialOptions?.absWorkingDir ?? process.cwd();
      const transformer = new ModuleTransformer(options, { lowersDecorators: true });
      const shown = new Set<Diagnostic>();
      build.onStart(() => {
        transformer.refresh();
        shown.clear();
      });
      build.onLoad({ filter: SOURCE_FILES.include, namespace: "file" }, async ({ path, loader }) => {
        // Modules in a chain of imports are loaded one by one, so each must be fast.
        if (!isSourceFile(path) || transformer.leavesAlone(path)) return undefined;
        const source = readFileSync(path, "utf8");
        const module = await transformer.transform(source, path);
        if (!module) return undefined;
        // esbuild continues after an error, so several modules may report the same one.
        const diagnostics = module.diagnostics.filter((diagnostic) => !shown.has(diagnostic));
        for (const diagnostic of diagnostics) shown.add(diagnostic);
        if (loader !== undefined) tell(diagnostics);
        const result = toResult({ ...module, diagnostics }, source, directory);
        return { ...result, loader: (loader ?? "default") as Loader };
      });
    },
  };
}

/** Reports diagnostics in Bun, which ignores them in a result. */
function tell(diagnostics: readonly Diagnostic[]): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const warnings = diagnostics.filter(({ severity }) => severity === "warning");
  if (warnings.length > 0) console.warn(formatDiagnostics(warnings));
  if (errors.length > 0) throw new Error(formatDiagnostics(errors));
}

interface LoadArgs {
  readonly path: string;
  /** Bun passes the loader that it would use, and has no "default". */
  readonly loader?: string;
}

/** The loaders that the types of both esbuild and Bun have, which leaves out "default". */
type Loader = "js" | "jsx" | "ts" | "tsx";

interface LoadResult {
  contents: string;
  loader: Loader;
  watchFiles: string[];
  errors: Message[];
  warnings: Message[];
}

interface Message {
  id: string;
  text: string;
  notes: { text: string }[];
  location: { file: string; line: number; column: number; length: number; lineText: string } | null;
}

function toResult(
  { code, watchFiles, diagnostics }: TransformedModule,
  source: string,
  directory: string,
): Omit<LoadResult, "loader"> {
  const messages = (severity: Diagnostic["severity"]) =>
    diagnostics.filter((one) => one.severity === severity).map((one) => toMessage(one, directory));
  return {
    contents: code ? withInlineMap(code.code, code.map) : source,
    watchFiles: [...watchFiles],
    errors: messages("error"),
    warnings: messages("warning"),
  };
}

function toMessage({ code, message, help, ...place }: Diagnostic, directory: string): Message {
  return {
    id: code,
    text: `${message} [${code}]`,
    notes: help === undefined ? [] : [{ text: help }],
    location: toLocation(place, directory),
  };
}

/** esbuild counts columns from 0, in UTF-8 bytes. */
function toLocation({ file, line, column, length, text }: Partial<Diagnostic>, directory: string): Message["location"] {
  if (!file || !line || !column || !length || text === undefined) return null;
  const [before, marked] = [text.slice(0, column - 1), text.slice(column - 1, column - 1 + length)];
  return {
    file: relative(directory, file),
    line,
    column: Buffer.byteLength(before),
    length: Buffer.byteLength(marked),
    lineText: text,
  };
}
