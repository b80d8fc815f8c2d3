import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import { ts } from "../typescript.js";
import type { Schema } from "./schema.js";
import type { Site } from "./site.js";
import { mapKeyword } from "./subschema-keywords.js";

/** Where a schema keeps the name of its type. No keyword, so it is part of no text. */
const NAME = Symbol("name");

interface Named {
  readonly [NAME]?: string | undefined;
}

/** The schema with the name of its type, which a definition made of it will have. */
export function withTypeName(schema: Schema, name: string | undefined): Schema {
  return name === undefined ? schema : { ...schema, [NAME]: name };
}

/** The name of the type that a schema was made of, if the type has one. */
export function typeNameOf(schema: object): string | undefined {
  return (schema as Named)[NAME];
}

/** The schema without all names of types, which are nobody's business any more once it is finished. */
export function withoutTypeNames(root: Schema): Schema {
  const known = new Map<object, Schema>();
  return strip(root);

  function strip(schema: object): Schema {
    const before = known.get(schema);
    if (before) return before;
    const entries = Object.entries(schema).map(([keyword, value]) => [keyword, mapKeyword(keyword, value, strip)]);
    const stripped: Schema = Object.fromEntries(entries);
    known.set(schema, stripped);
    return stripped;
  }
}

/** The name under which the source knows a type; for a union only the one that is written there. */
export function typeName({ type, written }: Site, project: Project): string | undefined {
  if (!type.aliasSymbol && platformName(type.symbol, project) !== undefined) return undefined;
  if (written && ts.isTypeReferenceNode(written)) {
    const names = [written.typeName, ...(written.typeArguments ?? [])].map((node) => node.getText());
    if (names.every((name) => /^[\w.]+$/.test(name))) return names.map(lastPart).join("_");
  }
  if (!(type.flags & ts.TypeFlags.Object)) return undefined;
  const symbol = type.aliasSymbol ?? type.symbol;
  return symbol && /^[a-z$]\w*$/i.test(symbol.name) ? symbol.name : undefined;
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}
