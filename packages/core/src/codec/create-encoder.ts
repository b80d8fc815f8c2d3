import type { JsonSchema } from "../manifest/json-schema.js";
import { compileEncoder } from "./encode-compiler.js";
import { createEncodeRun } from "./encode-run.js";
import { encodeAnything } from "./natural-json.js";

/**
 * Makes a function that converts values to JSON by the schema of their type, the reverse of `createDecoder`. The JSON
 * is a copy with only what the type declares; if the type has an index signature or declares nothing, it is a full
 * copy. `toJSON` is called first. For a hand-written schema (`x-given`), nothing is left out.
 *
 * It does not check values: those that do not match the type are left for validation to refuse.
 *
 * @throws UnsupportedSchemaError when an `x-ts` name has no codec, or a union has an unknown keyword
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
  let reported: Set<string> | undefined;
  const report = (omitted: ReadonlySet<string>): void => {
    reported ??= new Set();
    for (const path of omitted) {
      // Limited, because a value that chooses its keys may have any number of them.
      if (reported.has(path) || reported.size >= MAX_REPORTED) continue;
      reported.add(path);
      onOmitted?.(path);
    }
  };
  return (value) => {
    const run = createEncodeRun(value, true);
    const json = encode(value, run) ?? null;
    if (run.omitted !== undefined) report(run.omitted);
    if (run.isSure && !isGiven && typeof json === "object" && json !== null) onValid?.(json);
    return json;
  };
}

const MAX_REPORTED = 20;

/** Options of {@link createEncoder}. */
export interface EncoderOptions {
  /**
   * Called once for each property that is left out, with its path, such as `result.rows[].secret`; at most 20 times.
   */
  readonly onOmitted?: (path: string) => void;
  /** Called with each object and array that encoding proved to match the schema. */
  readonly onValid?: (json: object) => void;
}
