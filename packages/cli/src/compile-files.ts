import { realpathSync, statSync } from "node:fs";
import { type Compilation, compile, formatDiagnostics } from "@plainmcp/compiler";
import { colorsFor } from "./colors.js";
import { EXIT_FAILURE, EXIT_USAGE, ExitError } from "./exit.js";

/** How {@link compileFiles} compiles. */
export interface CompileFilesOptions {
  /** @default the nearest tsconfig.json */
  readonly tsconfig?: string | undefined;
}

/**
 * Compiles the contract of the classes in the files, and shows on stderr what is wrong with it.
 * Throws an {@link ExitError} when a file is missing or the contract has errors.
 */
export function compileFiles(files: readonly string[], options: CompileFilesOptions = {}): Compilation {
  const { tsconfig } = options;
  const compilation = compile({
    files: files.map((file) => toRealFile(file, "file")),
    ...(tsconfig === undefined ? {} : { tsconfig: toRealFile(tsconfig, "tsconfig") }),
  });
  const { diagnostics } = compilation;
  const isWrong = diagnostics.some(({ severity }) => severity === "error");
  if (diagnostics.length > 0) {
    const color = colorsFor(process.stderr).isColorSupported;
    process.stderr.write(`${formatDiagnostics(diagnostics, { color })}\n${isWrong ? "" : "\n"}`);
  }
  if (isWrong) throw new ExitError(EXIT_FAILURE);
  return compilation;
}

/** The absolute path of a file with all links followed, as the compiler and the bundler both name it. */
export function toRealFile(path: string, what: string): string {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new ExitError(EXIT_USAGE, `${what} ${path} does not exist.`);
  if (!stats.isFile()) throw new ExitError(EXIT_USAGE, `${what} ${path} is not a file.`);
  return realpathSync(path);
}
