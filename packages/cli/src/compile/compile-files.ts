import { pathToFileURL } from "node:url";
import type { Diagnostic } from "@plainmcp/compiler";
import { CachedCompiler, type Compilation } from "@plainmcp/compiler/internal";
import { displayPath } from "../files/display-path.js";
import { toRealFile } from "../files/to-real-file.js";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { type DiagnosticFormat, showDiagnostics } from "../terminal/show-diagnostics.js";
import type { TypeErrorSeverity } from "./diagnostic-options.js";

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

/**
 * Compiles the contract of the classes in the files, and shows problems on stderr.
 * Throws an {@link ExitError} if a file is missing, the contract has errors, or the files have no class to serve, not
 * even one of a compiled package that may bring its own contract.
 */
export function compileFiles(files: readonly string[], options: CompileFilesOptions = {}): Compilation {
  const { tsconfig, format = "text", schemaWarn: warn, schemaError: error, strict = false } = options;
  const { typeErrors = strict ? "error" : "off" } = options;
  const compilation = new CachedCompiler({
    files: files.map((file) => toRealFile(file, "file")),
    ...(tsconfig === undefined ? {} : { tsconfig: toRealFile(tsconfig, "tsconfig") }),
    checked: typeErrors === "off" ? "contract" : "all",
    schemaSize: { ...(warn !== undefined && { warn }), ...(error !== undefined && { error }) },
  }).compile();
  const { sources, classes, unserved } = compilation;
  watchFiles([...new Set([...sources, ...classes.flatMap(({ dependencies }) => dependencies)])]);
  const diagnostics = compilation.diagnostics.map((found) => judge(found, typeErrors, strict));
  showDiagnostics(diagnostics, format);
  if (diagnostics.some(({ severity }) => severity === "error")) throw new ExitError(EXIT_FAILURE);
  if (classes.length === 0 && !unserved.some(({ reason }) => reason === "compiled")) {
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
