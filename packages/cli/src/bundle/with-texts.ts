import { resolve } from "node:path";

/** What {@link withTexts} changes. */
export interface TextsOptions {
  /** Folder of the map. */
  readonly folder: string;
  /** Sources by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** How many lines without a source were put in front. */
  readonly linesBefore: number;
}

/**
 * Puts sources as people wrote them into a source map. Transforms have changed them before bundling, but not their
 * lines.
 */
export function withTexts(map: string, { folder, texts, linesBefore }: TextsOptions): string {
  const { sources, sourcesContent, mappings, ...others } = JSON.parse(map) as SourceMap;
  const written = sources.map((source, index) => texts.get(resolve(folder, source)) ?? sourcesContent[index]);
  const shifted = ";".repeat(linesBefore) + mappings;
  return JSON.stringify({ ...others, sources, sourcesContent: written, mappings: shifted });
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
  /** Each line ends with a semicolon. */
  readonly mappings: string;
}
