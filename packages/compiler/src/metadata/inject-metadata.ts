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
 * Adds to a module's older decorators what TypeScript adds by `emitDecoratorMetadata`: the types of parameters, properties
 * and results, by which frameworks such as Nest inject. For what compiles one file at a time, and does not add it. Line
 * numbers stay what they were.
 *
 * Names from other files stand for the classes of that name; enums and other types from there come to `Object`, as with
 * TypeScript's own `isolatedModules`.
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
 * What gives a module's classes the metadata of `emitDecoratorMetadata`, if its tsconfig asks for that: a decorator more
 * beside those that are there. TypeScript adds the same while it compiles; what compiles one file at a time, such as
 * esbuild, does not, and then nothing can be injected into a constructor.
 *
 * @param tsconfig Path of the tsconfig. @default the one that holds for the file
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

/** Without a library for metadata, they do nothing. */
function toHelpers(define: string, classOf: string): string {
  return [
    `function ${define}(types) { return (target, key) => {`,
    'for (const name in types) Reflect.metadata?.("design:" + name, types[name])(target, key); }; }',
    `function ${classOf}(value, ...path) { for (const name of path) value = value?.[name];`,
    'return typeof value === "function" ? value : Object; }',
  ].join(" ");
}

/** An `@` that is neither in front of a tag of a comment nor inside of a word. */
const MAY_BE_DECORATED = /(?<!\*[ \t]*|\w)@[\w$(]/;
