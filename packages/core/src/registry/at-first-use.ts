/**
 * Prepares something by a schema when it is needed, so that a start does not wait for it; or else at once, if that may
 * find something wrong with the schema.
 *
 * @param isPlain Whether nothing can be wrong with the schema
 * @throws whatever `prepare` throws
 */
export function atFirstUse<T>(isPlain: boolean, prepare: () => T): () => T {
  let prepared = isPlain ? undefined : prepare();
  return () => {
    prepared ??= prepare();
    return prepared;
  };
}
