import { resolve } from "node:path";

/**
 * A source map that shows sources as people wrote them, where they were changed within their lines before they were bundled.
 *
 * @param folder Where the map will lie
 * @param texts By absolute path
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
