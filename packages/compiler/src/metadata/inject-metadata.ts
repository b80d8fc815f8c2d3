import { type Insertion, insert, unusedName } from "../inject/insertion.js";
import { tsconfigOf } from "../typescript/tsconfig-of.js";
import { ts } from "../typescript/typescript.js";
import { decoratedDeclarations, lastDecoratorSite } from "./decorated-declarations.js";
import { DesignTypes } from "./design-types.js";
import { ImportedTypes } from "./imported-types.js";

/** Options of {@link injectMetadata}. */
export interface InjectMetadataOptions {
  /** The tsconfig file. @default the nearest one above the module, or the one among those it refers to */
  readonly tsconfig?: string;
}

/**
 * Adds the metadata of TypeScript's `emitDecoratorMetadata` to a module's legacy decorators: the types of parameters,
 * properties and results, which frameworks such as Nest use for injection. Compilers that handle one file at a time do
 * not add it. Line numbers stay the same.
 *
 * Names from other files refer to classes; enums and other types from there become `Object`, as with TypeScript's own
 * `isolatedModules`.
 *
 * @param source The module's text, before decorators are lowered
 * @param file Its absolute path
 * @returns The source itself unless its tsconfig has `experimentalDecorators` and `emitDecoratorMetadata`
 * @example
 * ```ts
 * const file = resolve("weather.controller.ts");
 * const code = injectMetadata(readFileSync(file, "utf8"), file);
 * ```
 */
export function injectMetadata(source: string, file: string, { tsconfig }: InjectMetadataOptions = {}): string {
  return insert(source, metadataInsertions(source, file, tsconfig));
}

/**
 * The insertions that add the metadata of `emitDecoratorMetadata` to a module's classes, if its tsconfig asks for it:
 * one more decorator beside the existing ones. TypeScript adds the same when it compiles. Compilers that handle one
 * file at a time, such as esbuild, do not, and then constructors cannot be injected into.
 *
 * @param tsconfig Path of the tsconfig. @default the one that applies to the file
 */
export function metadataInsertions(source: string, file: string, tsconfig?: string): readonly Insertion[] {
  if (!/\.[cm]?tsx?$/.test(file) || !MAY_BE_DECORATED.test(source)) return [];
  const { experimentalDecorators, emitDecoratorMetadata, strict, strictNullChecks } =
    tsconfigOf(file, tsconfig)?.config.compilerOptions ?? {};
  if (!experimentalDecorators || !emitDecoratorMetadata) return [];
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const imported = new ImportedTypes(root);
  const [define, classOf] = [unusedName("defineTypes", source), unusedName("classOf", source)];
  const types = new DesignTypes(imported, classOf, Boolean(strictNullChecks ?? strict));
  const decorators = decoratedDeclarations(root).flatMap((node) => {
    const described = types.of(node);
    if (described === undefined) return [];
    const { at, follows } = lastDecoratorSite(node);
    const decorator = `@${define}(${described})`;
    return [{ at, text: follows ? ` ${decorator}` : `${decorator} ` }];
  });
  if (decorators.length === 0) return [];
  return [
    ...imported.insertions(),
    ...decorators,
    { at: source.length, text: `\n${toHelpers(define, classOf)}\n` },
  ].sort((a, b) => a.at - b.at);
}

/** They do nothing if no metadata library is loaded. */
function toHelpers(define: string, classOf: string): string {
  return [
    `function ${define}(types) { return (target, key) => {`,
    'for (const name in types) Reflect.metadata?.("design:" + name, types[name])(target, key); }; }',
    `function ${classOf}(value, ...path) { for (const name of path) value = value?.[name];`,
    'return typeof value === "function" ? value : Object; }',
  ].join(" ");
}

/** An `@` that does not start a tag in a comment and is not inside a word. */
const MAY_BE_DECORATED = /(?<!\*[ \t]*|\w)@[\w$(]/;
