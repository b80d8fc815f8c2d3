import { resolve } from "node:path";

/**
 * Puts sources as people wrote them into a source map. Transforms have changed them before bundling, but not their
 * lines.
 *
 * @param folder Folder of the map
 * @param texts Sources by absolute path
 */
export function withTexts(map: string, folder: string, texts: ReadonlyMap<string, string>): string {
  const { sources, sourcesContent, ...others } = JSON.parse(map) as SourceMap;
  const written = sources.map((source, index) => texts.get(resolve(folder, source)) ?? sourcesContent[index]);
  return JSON.stringify({ ...others, sources, sourcesContent: written });
}

interface SourceMap {
  readonly sources: readonly string[];
  readonly sourcesContent: readonly (string | null)[];
}
