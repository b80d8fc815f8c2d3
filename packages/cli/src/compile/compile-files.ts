import { pathToFileURL } from "node:url";
import type { Diagnostic } from "@plainmcp/compiler";
import { CachedCompiler, type Compilation } from "@plainmcp/compiler/internal";
import { displayPath } from "../files/display-path.js";
import { toRealFile } from "../files/to-real-file.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { type DiagnosticFormat, showDiagnostics } from "../terminal/show-diagnostics.js";
import type { TypeErrorSeverity } from "./diagnostic-options.js";
import { importsDynamic } from "./imports-dynamic.js";

/** How {@link compileFiles} compiles. */
export interface CompileFilesOptions {
  /** @default the nearest tsconfig.json */
  readonly tsconfig?: string | undefined;
  /** How to show problems. @default "text" */
  readonly format?: DiagnosticFormat | undefined;
  /** What type errors count as in files that the contract does not depend on. @default "off", or "error" if `strict` */
  readonly typeErrors?: TypeErrorSeverity | undefined;
  /** Treats warnings as errors. @default false */
  readonly strict?: boolean | undefined;
  /** Bytes that the schemas of a tool may have without a warning. @default 20_000 */
  readonly schemaWarn?: number | undefined;
  /** Bytes that the schemas of a tool may have at all. @default 200_000 */
  readonly schemaError?: number | undefined;
}

/** Some file of a project may never rest, such as one that another program writes all the time. */
const ATTEMPTS = 4;

/**
 * Compiles the contract of the classes in the files, shows problems on stderr, and makes something of the contract and
 * the sources. If a source is edited meanwhile, does so again, so that both are of the same text.
 * Throws an {@link ExitError} if a file is missing, the contract has errors, or the files have nothing to serve: no
 * class, not even one of a compiled package that may bring its own contract, and no dynamic primitives.
 */
export async function compileFiles<T>(
  files: readonly string[],
  options: CompileFilesOptions,
  make: (compilation: Compilation) => T | Promise<T>,
): Promise<T> {
  const { tsconfig, schemaWarn: warn, schemaError: error } = options;
  const entries = files.map((file) => toRealFile(file, "file"));
  // Before the first look at them: an edit during the compilation has to be noticed too.
  watchFiles(entries);
  const compiler = new CachedCompiler({
    files: entries,
    ...(tsconfig === undefined ? {} : { tsconfig: toRealFile(tsconfig, "tsconfig") }),
    checked: typeErrorsOf(options) === "off" ? "contract" : "all",
    schemaSize: { ...(warn !== undefined && { warn }), ...(error !== undefined && { error }) },
  });
  for (let left = ATTEMPTS; ; left--) {
    const compilation = compiler.compile();
    const { sources, classes } = compilation;
    watchFiles([...new Set([...sources, ...classes.flatMap(({ dependencies }) => dependencies)])]);
    const [made] = await Promise.allSettled([(async () => make(checked(compilation, files, options)))()]);
    if (left > 1 && compiler.compile() !== compilation) continue;
    if (made.status === "rejected") throw made.reason;
    return made.value;
  }
}

function typeErrorsOf({ strict = false, typeErrors = strict ? "error" : "off" }: CompileFilesOptions) {
  return typeErrors;
}

function checked(compilation: Compilation, files: readonly string[], options: CompileFilesOptions): Compilation {
  const { format = "text", strict = false } = options;
  const { classes, sources, unserved } = compilation;
  const diagnostics = compilation.diagnostics.map((found) => judge(found, typeErrorsOf(options), strict));
  showDiagnostics(diagnostics, format);
  if (diagnostics.some(({ severity }) => severity === "error")) throw new ExitError(EXIT_FAILURE);
  const mayServe =
    classes.length > 0 || unserved.some(({ reason }) => reason === "compiled") || importsDynamic(sources);
  if (!mayServe) {
    throw new ExitError(EXIT_FAILURE, `${files.map(displayPath).join(" and ")} has no class to serve.\n${EXAMPLE}`);
  }
  return compilation;
}

/** If `node --watch` has started this process, it watches these files: Node itself sees only the bundle of them. */
function watchFiles(files: readonly string[]): void {
  if (process.env.WATCH_REPORT_DEPENDENCIES === undefined) return;
  process.send?.({ "watch:import": files.map((file) => pathToFileURL(file).href) });
}

function judge(diagnostic: Diagnostic, typeErrors: TypeErrorSeverity, strict: boolean): Diagnostic {
  const { outsideContract } = diagnostic;
  const mayPass = outsideContract && typeErrors === "error" && !strict;
  const severity = outsideContract && typeErrors !== "off" ? typeErrors : diagnostic.severity;
  return {
    ...diagnostic,
    severity: strict && severity === "warning" ? "error" : severity,
    ...(mayPass && diagnostic.help === undefined && { help: OUTSIDE_CONTRACT }),
  };
}

const OUTSIDE_CONTRACT = "The contract does not depend on this file, so --type-errors warning lets it pass.";

const EXAMPLE = `Export a class and put @tool, @resource or @prompt on its methods:

  import { tool } from "@plainmcp/core";

  export default class Greeter {
    /** Says hello. */
    @tool
    hello(name: string) {
      return \`Hello, \${name}\`;
    }
  }`;
