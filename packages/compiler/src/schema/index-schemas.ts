import { isObject } from "../json-schema/is-object.js";
import type { Schema } from "../json-schema/schema.js";
import { ts } from "../typescript/typescript.js";
import { writtenValue } from "../typescript/written-type.js";
import { patternOf } from "./convert-template-literal.js";
import { isForeign } from "./is-foreign.js";
import type { SchemaBuilder } from "./schema-builder.js";
import { type Site, siteInside } from "./site.js";

/** The keywords for index signatures: for any undeclared property, or for names that match a pattern. */
export function indexSchemas(site: Site, builder: SchemaBuilder): Schema {
  const patterns: [string, Schema | false][] = [];
  let others: Schema = {};
  for (const { keyType, type, declaration } of builder.project.checker.getIndexInfosOfType(site.type)) {
    if (keyType.flags & ts.TypeFlags.ESSymbolLike) continue;
    const written = declaration?.type ?? writtenValue(site.written);
    // `Record<string, never>` means an object without properties.
    const isNever = (type.flags & ts.TypeFlags.Never) !== 0;
    const inside = siteInside(site, "[]", type, written);
    const foreign = isForeign(declaration, site, builder.project);
    const schema = isNever ? false : builder.schemaOf({ ...inside, optional: true, foreign });
    const pattern = keyType.flags & ts.TypeFlags.String ? undefined : patternOf(keyType);
    if (pattern === undefined) others = { additionalProperties: schema };
    else patterns.push([`^${pattern}$`, schema]);
  }
  const { additionalProperties: rest } = others;
  // `Record<PropertyKey, T>` says the same for numbers as for all names.
  const special = patterns.filter(
    ([, schema]) => !schema || !isObject(rest) || builder.distinct([schema, rest]).length > 1,
  );
  return { ...(special.length > 0 && { patternProperties: Object.fromEntries(special) }), ...others };
}
