import { codeOf } from "../diagnostics/diagnostic-codes.js";
import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import { ts } from "../typescript/typescript.js";
import type { CheckedProgram } from "./checked-program.js";
import type { CheckedSources } from "./project.js";

/** Options of {@link TypeJudge}. */
export interface TypeJudgeOptions {
  /** The user's own options. */
  readonly options: ts.CompilerOptions;
  readonly checked: CheckedSources;
  /** Codes of errors that the user's own TypeScript does not have. */
  readonly unknownErrors: ReadonlySet<number>;
  readonly diagnostics: DiagnosticCollector;
  /** The program that the compiler reads types from. */
  readonly program: ts.Program;
  /** Loads the program with other options. */
  readonly load: (options: ts.CompilerOptions) => CheckedProgram;
}

/** Reports those of TypeScript's errors that matter for the user's sources. */
export class TypeJudge {
  readonly #judged: TypeJudgeOptions;

  constructor(judged: TypeJudgeOptions) {
    this.#judged = judged;
  }

  /** Reports the type errors in files, without unresolved imports that are not in `imports`. */
  checkTypes(files: readonly ts.SourceFile[], imports?: ReadonlySet<ts.Node>): void {
    const { options, diagnostics, program, load } = this.#judged;
    const theirs = load(options);
    const unresolved = imports ? unresolvedImports(files, program.getTypeChecker()) : [];
    const unneeded = new Set(unresolved.filter((specifier) => !imports?.has(specifier)).map(placeOfNode));
    this.#add([...theirs.optionErrors(), ...theirs.errorsIn(files).filter((one) => !unneeded.has(placeOf(one)))]);
    const unclear = files.filter((file) => isUnchecked(file, options) && hasUnresolved(file, diagnostics));
    if (unclear.length === 0) return;
    const found = load({ ...options, checkJs: true }).errorsIn(unclear);
    this.#add(found.filter(({ code }) => NAME_ERRORS.has(code)));
  }

  /** Reports the unresolved imports in files. */
  checkImports(files: readonly ts.SourceFile[]): void {
    const { options, program, load } = this.#judged;
    const unresolved = unresolvedImports(files, program.getTypeChecker());
    const broken = new Set(unresolved.map((specifier) => specifier.getSourceFile()));
    if (broken.size > 0)
      this.#add(
        load(options)
          .errorsIn([...broken])
          .filter(isImportError),
      );
  }

  #add(found: readonly ts.Diagnostic[]): void {
    const { checked, diagnostics, unknownErrors } = this.#judged;
    diagnostics.addTypeScript(
      found.filter(({ code, reportsUnnecessary }) => {
        // Unused variables are normal while somebody is still writing.
        return !unknownErrors.has(code) && (checked === "all" || reportsUnnecessary === undefined);
      }),
    );
  }
}

/** The place of a diagnostic, independent of the program. */
function placeOf({ file, start }: Pick<ts.Diagnostic, "file" | "start">): string {
  return `${file?.fileName} ${start}`;
}

function placeOfNode(node: ts.Node): string {
  return placeOf({ file: node.getSourceFile(), start: node.getStart() });
}

/** Whether a file is JavaScript in which TypeScript does not even report missing names. */
function isUnchecked({ fileName }: ts.SourceFile, { checkJs = false }: ts.CompilerOptions): boolean {
  return !checkJs && /\.[cm]?jsx?$/.test(fileName);
}

function hasUnresolved({ fileName }: ts.SourceFile, diagnostics: DiagnosticCollector): boolean {
  const { code } = codeOf("unresolved-type");
  return diagnostics.sorted().some((one) => one.code === code && one.file === fileName);
}

/** "Cannot find module …", with and without advice. */
const IMPORT_ERRORS: ReadonlySet<number> = new Set([2307, 2792]);

/** Without its types, our own package is as good as missing. */
function isImportError({ code, messageText }: ts.Diagnostic): boolean {
  return IMPORT_ERRORS.has(code) || (code === 7016 && /@plainmcp\//.test(JSON.stringify(messageText)));
}

/** "Cannot find name …", "… namespace …", "… module …", each with or without advice. */
const NAME_ERRORS: ReadonlySet<number> = new Set([...IMPORT_ERRORS, 2304, 2305, 2503, 2552, 2580, 2584, 2591, 2694]);

/** The unresolved specifiers of `import` and `export … from` in these files. */
function unresolvedImports(files: readonly ts.SourceFile[], checker: ts.TypeChecker): ts.StringLiteral[] {
  return files
    .flatMap(({ statements }) => [...statements])
    .flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
      const { moduleSpecifier: specifier } = statement;
      if (!specifier || !ts.isStringLiteral(specifier)) return [];
      return checker.getSymbolAtLocation(specifier) === undefined ? [specifier] : [];
    });
}
