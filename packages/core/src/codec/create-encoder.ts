import type { JsonSchema } from "../manifest/json-schema.js";
import { compileEncoder } from "./encode-compiler.js";
import { createEncodeRun } from "./encode-run.js";
import { encodeAnything } from "./natural-json.js";

/**
 * Makes a function from values to their JSON, by the schema of their type: the way back of `createDecoder`. The JSON is a
 * copy that holds what the type declares and nothing else; where the type has an index signature, or says nothing, all of
 * it. `toJSON` is called first. A schema that was written by hand (`x-given`) is no type: nothing is left out for it.
 *
 * A value that is not of its type is left for validation to refuse.
 *
 * @throws UnsupportedSchemaError when an `x-ts` name has no codec, or a union has a keyword the closures do not know
 *
 * The encoder throws an UnsendableError for `NaN`, infinite numbers, invalid dates and values that contain themselves.
 *
 * @example
 * ```ts
 * const encode = createEncoder({ type: "object", properties: { at: { type: "string", "x-ts": "Date" } } });
 * encode({ at: new Date(0), secret: 1 }); // { at: "1970-01-01T00:00:00.000Z" }
 * ```
 */
export function createEncoder(
  schema: JsonSchema,
  { onOmitted, onValid }: EncoderOptions = {},
): (value: unknown) => unknown {
  const isGiven = schema["x-given"] === true;
  const encode = isGiven ? encodeAnything : compileEncoder(schema);
  const told = new Set<string>();
  return (value) => {
    const run = createEncodeRun(value, true);
    const json = encode(value, run) ?? null;
    for (const path of run.omitted ?? []) {
      // Where the value chooses its keys there is no end to them.
      if (told.has(path) || told.size >= MAX_TOLD) continue;
      told.add(path);
      onOmitted?.(path);
    }
    if (run.isSure && !isGiven && typeof json === "object" && json !== null) onValid?.(json);
    return json;
  };
}

const MAX_TOLD = 20;

/** Options of {@link createEncoder}. */
export interface EncoderOptions {
  /** Is told the path of each property that is left out, such as `result.rows[].secret`, the first time; at most 20. */
  readonly onOmitted?: (path: string) => void;
  /** Is told each object and array of which encoding has shown that it is what the schema says. */
  readonly onValid?: (json: object) => void;
}
