import { insert } from "./insertion.js";
import { metadataInsertions } from "./metadata/metadata-insertions.js";

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
