import { realpathSync, statSync } from "node:fs";
import type { Diagnostic } from "@plainmcp/compiler";
import { CachedCompiler, type Compilation } from "@plainmcp/compiler/internal";
import type { DiagnosticFormat, TypeErrorSeverity } from "./diagnostic-options.js";
import { displayPath } from "./display-path.js";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "./exit.js";
import { showDiagnostics } from "./show-diagnostics.js";
import { watchFiles } from "./watch/watch-files.js";

/** How {@link compileFiles} compiles. */
export interface CompileFilesOptions {
  /** @default the nearest tsconfig.json */
  readonly tsconfig?: string | undefined;
  /** How to show what is wrong. @default "text" */
  readonly format?: DiagnosticFormat | undefined;
  /** What type errors are in files that no part of the contract comes from. @default "off", or "error" if `strict` */
  readonly typeErrors?: TypeErrorSeverity | undefined;
  /** Takes warnings for errors. @default false */
  readonly strict?: boolean | undefined;
  /** Bytes of a tool's schemas from which on there is a warning. @default 20_000 */
  readonly schemaWarn?: number | undefined;
  /** Bytes of a tool's schemas from which on there is an error. @default 200_000 */
  readonly schemaError?: number | undefined;
}

/**
 * Compiles the contract of the classes in the files, and shows on stderr what is wrong with it.
 * Throws an {@link ExitError} when a file is missing, the contract has errors, or there is no class whose contract it could
 * be, not even one of a package that may have brought its own.
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

const OUTSIDE_CONTRACT = "The contract does not depend on this file: --type-errors warning lets it pass.";

const EXAMPLE = `Export a class and put @tool, @resource or @prompt on its methods:

  import { tool } from "@plainmcp/core";

  export default class Greeter {
    /** Says hello. */
    @tool
    hello(name: string) {
      return \`Hello, \${name}\`;
    }
  }`;

/** The absolute path of a file with all links followed, as the compiler and the bundler both name it. */
export function toRealFile(path: string, what: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ExitError(EXIT_USAGE, `${what} ${path} does not exist.`);
  if (!stats.isFile()) throw new ExitError(EXIT_USAGE, `${what} ${path} is not a file.`);
  return realpathSync(path);
}
