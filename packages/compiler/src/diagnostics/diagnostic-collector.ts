import { isInPackage } from "../typescript/is-packaged.js";
import type { ts } from "../typescript/typescript.js";
import type { Diagnostic } from "./diagnostic.js";
import { codeOf, type DiagnosticName } from "./diagnostic-codes.js";
import { dropExplained } from "./drop-explained.js";
import { fromTypeScript } from "./from-typescript.js";
import { locate } from "./locate.js";

/** All problems of one run. */
export class DiagnosticCollector {
  readonly #found = new Map<string, Diagnostic>();

  /** How many problems were found so far. */
  get size(): number {
    return this.#found.size;
  }

  /** Reports a problem at a node, but no warning in a package's file, where the user could not act on it. */
  report(name: DiagnosticName, node: ts.Node, message: string, help?: string): void {
    if (codeOf(name).severity === "warning" && isInPackage(node)) return;
    const start = node.getStart();
    this.#add({
      ...codeOf(name),
      message,
      ...(help !== undefined && { help }),
      ...locate(node.getSourceFile(), start, node.end - start),
    });
  }

  /** Reports a problem that has no place in a source. */
  reportGlobal(name: DiagnosticName, message: string, help?: string): void {
    this.#add({ ...codeOf(name), message, ...(help !== undefined && { help }) });
  }

  /** Adds TypeScript's diagnostics. */
  addTypeScript(diagnostics: readonly ts.Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const converted = fromTypeScript(diagnostic);
      if (converted) this.#add(converted);
    }
  }

  /** All problems, each once, sorted by file and position; those without a file come first. */
  sorted(): readonly Diagnostic[] {
    return dropExplained([...this.#found.values()]).sort(
      (a, b) =>
        compare(a.file ?? "", b.file ?? "") ||
        compare(a.line ?? 0, b.line ?? 0) ||
        compare(a.column ?? 0, b.column ?? 0) ||
        compare(a.code, b.code),
    );
  }

  #add(diagnostic: Diagnostic): void {
    const { code, file, line, column, message } = diagnostic;
    this.#found.set(JSON.stringify([code, file, line, column, message]), diagnostic);
  }
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
