import { createRequire } from "node:module";
import type { Insertion } from "../inject/insertion.js";
import { unusedName } from "../inject/insertion.js";
import { resolveTypeScript } from "../typescript/resolve-typescript.js";
import { ts } from "../typescript/typescript.js";

/**
 * The values of names that a file imports. A name may be only a type, so it is looked up in a namespace import: a
 * missing property is undefined there, while importing the name itself would be an error.
 */
export class ImportedTypes {
  readonly #root: ts.SourceFile;
  readonly #bindings: ReadonlyMap<string, Binding>;
  /** Names for the namespace imports. */
  readonly #modules = new Map<ts.ImportDeclaration, string>();

  constructor(root: ts.SourceFile) {
    this.#root = root;
    this.#bindings = new Map(root.statements.flatMap(bindings).map((binding) => [binding.name, binding]));
  }

  has(name: string): boolean {
    return this.#bindings.has(name);
  }

  /**
   * A name in the file, and the property to look up in it; undefined for what is only a type or does not exist at run
   * time.
   */
  valueOf(name: string): readonly string[] | undefined {
    const binding = this.#bindings.get(name);
    if (!binding || binding.isTypeOnly) return undefined;
    const { declaration, imported } = binding;
    if (!isThere(declaration, this.#root.fileName)) return undefined;
    return imported === undefined || !ts.isImportDeclaration(declaration)
      ? [name]
      : [this.#moduleName(declaration), imported];
  }

  /** The namespace imports, each beside the existing import. */
  insertions(): readonly Insertion[] {
    return [...this.#modules].map(([declaration, name]) => ({
      at: declaration.getStart(),
      text: `import * as ${name} from ${declaration.moduleSpecifier.getText()}; `,
    }));
  }

  #moduleName(declaration: ts.ImportDeclaration): string {
    const known = this.#modules.get(declaration);
    if (known !== undefined) return known;
    const name = unusedName(`types${this.#modules.size}`, this.#root.text);
    this.#modules.set(declaration, name);
    return name;
  }
}

interface Binding {
  readonly name: string;
  readonly declaration: ts.ImportDeclaration | ts.ImportEqualsDeclaration;
  /** Its name in its module; undefined for the module itself. */
  readonly imported?: string;
  readonly isTypeOnly: boolean;
}

function bindings(statement: ts.Statement): readonly Binding[] {
  if (ts.isImportEqualsDeclaration(statement)) {
    return [{ name: statement.name.text, declaration: statement, isTypeOnly: statement.isTypeOnly }];
  }
  if (!ts.isImportDeclaration(statement)) return [];
  const { name, namedBindings, isTypeOnly = false } = statement.importClause ?? {};
  const found: Binding[] = [];
  const add = (local: ts.Identifier, rest: Partial<Binding>) =>
    found.push({ name: local.text, declaration: statement, isTypeOnly, ...rest });
  if (name) add(name, { imported: "default" });
  if (namedBindings && ts.isNamespaceImport(namedBindings)) add(namedBindings.name, {});
  if (namedBindings && ts.isNamedImports(namedBindings)) {
    for (const one of namedBindings.elements) {
      add(one.name, { imported: (one.propertyName ?? one.name).text, isTypeOnly: isTypeOnly || one.isTypeOnly });
    }
  }
  return found;
}

/**
 * Whether a module exists at run time. Some have only declarations, such as a package of which only `@types` is
 * installed.
 */
function isThere(declaration: Binding["declaration"], importer: string): boolean {
  const specifier = specifierOf(declaration);
  if (specifier === undefined || resolveTypeScript(specifier, importer) !== undefined) return true;
  try {
    return Boolean(createRequire(importer).resolve(specifier));
  } catch (error) {
    // It exists: for example, the package only exports to `import`.
    return (error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND";
  }
}

/** Undefined for an alias of something in the same file. */
function specifierOf(declaration: Binding["declaration"]): string | undefined {
  if (ts.isImportDeclaration(declaration)) return textOf(declaration.moduleSpecifier);
  const { moduleReference } = declaration;
  return ts.isExternalModuleReference(moduleReference) ? textOf(moduleReference.expression) : undefined;
}

function textOf(literal: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(literal) ? literal.text : undefined;
}
