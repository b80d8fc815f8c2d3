import type { JsonSchema } from "../manifest/json-schema.js";
import { isPlainSchema } from "../validation/is-plain-schema.js";

/**
 * Prepares something by a schema when it is needed, so that a start does not wait for it; or else at once, if that may
 * find something wrong with the schema.
 *
 * @throws whatever `prepare` throws
 */
export function atFirstUse<T>(schema: JsonSchema, prepare: () => T): () => T {
  let prepared = isPlainSchema(schema) ? undefined : prepare();
  return () => {
    prepared ??= prepare();
    return prepared;
  };
}
