import type { Schema } from "../json-schema/schema.js";
import { ts } from "../typescript/typescript.js";
import { writtenArgument } from "../typescript/written-type.js";
import { isBytes } from "./convert-bytes.js";
import type { Converter } from "./converter.js";
import { iterableKind } from "./iterable-kind.js";
import type { SchemaBuilder } from "./schema-builder.js";
import { RESULT, type Site, siteInside } from "./site.js";
import { streamChunk } from "./stream-chunk.js";

/**
 * Iterables and generators, as an array of what they yield. Only the method's own result can be async. A stream of text
 * or bytes becomes a single text.
 */
export const convertIterable: Converter = (site, builder) => {
  const kind = iterableKind(site.type, builder.project);
  const [type] = kind ? builder.project.checker.getTypeArguments(site.type as ts.TypeReference) : [];
  if (!kind || !type) return undefined;
  const isResult = builder.direction === "output" && site.path === RESULT;
  if (kind === "async" && !isResult) {
    const help = "Write an array. A method may return an async iterable, but only as its whole result.";
    return builder.fail("not-json", site, "An async iterable cannot be part of a value", help);
  }
  const whole = wholeStream(site, builder);
  if (whole) return whole;
  const inside = siteInside(site, "[]", type, writtenArgument(site.written, 0));
  const items = builder.schemaOf({ ...inside, sources: site.sources ?? [] });
  // An array already is an iterable, so arguments need no conversion.
  return { type: "array", items, ...(builder.direction === "output" && { "x-ts": "Iterable" }) };
};

function wholeStream({ type }: Site, { project }: SchemaBuilder): Schema | undefined {
  const chunk = streamChunk(type, project);
  if (!chunk) return undefined;
  if (isBytes(chunk, project)) return { type: "string", contentEncoding: "base64", "x-ts": "Uint8Array" };
  const { checker } = project;
  const isText = !(chunk.flags & ts.TypeFlags.Any) && checker.isTypeAssignableTo(chunk, checker.getStringType());
  return isText ? { type: "string" } : undefined;
}
