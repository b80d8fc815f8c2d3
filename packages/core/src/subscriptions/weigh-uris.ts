/** Characters of a URI that count as one watched URI. */
const CHARACTERS = 1_024;

/** How much of `maxWatches` these URIs take: one each, and more if they are long. */
export function weighUris(uris: readonly string[]): number {
  return uris.reduce((sum, uri) => sum + Math.max(1, Math.ceil(uri.length / CHARACTERS)), 0);
}
