import { hostOfKey } from "../manifest/host-keys.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import type { Arguments } from "../primitives/primitive.js";

/**
 * Leaves out what the client's host adds to all calls, unless the tool has an argument of that name. Returns the same
 * arguments if there is nothing to leave out.
 *
 * @param schema The schema that clients see
 */
export function dropHostKeys(args: Arguments, { properties = {} }: JsonSchema): Arguments {
  const kept = Object.entries(args).filter(
    ([key]) => Object.hasOwn(properties as object, key) || hostOfKey(key) === undefined,
  );
  return kept.length === Object.keys(args).length ? args : Object.fromEntries(kept);
}
