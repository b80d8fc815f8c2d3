import type { JsonSchema } from "../manifest/json-schema.js";
import { innerSchemas } from "./inner-schemas.js";
import { toJsonPointer } from "./json-pointer.js";
import { InvalidSchemaError } from "./schema-errors.js";

/**
 * Refuses what Ajv could not resolve at the first validation: dialects that it does not know, and references to what is
 * not in the schema, because nothing is fetched.
 *
 * @throws InvalidSchemaError
 */
export function refuseStrangeReferences(root: JsonSchema): void {
  const { $schema } = root;
  if ($schema !== undefined && !(typeof $schema === "string" && DIALECT.test($schema))) {
    throw new InvalidSchemaError("/$schema", "it must name one of the drafts 2020-12, 2019-09, 07 and 06");
  }
  const names = new Set([WITHOUT_ID]);
  const references: Reference[] = [];
  collect(root, WITHOUT_ID, [], { names, references });
  for (const { text, at, base } of references) {
    const url = resolve(text, base);
    // What is no URL, and whether a pointer leads anywhere, is for Ajv to say.
    if (url === undefined || OF_DIALECTS.test(url)) continue;
    const [document = "", fragment = ""] = url.split("#");
    if (!names.has(document)) {
      throw new InvalidSchemaError(
        at,
        `"${text}" is not in the schema, and nothing is fetched: put what it names into $defs, and refer to that`,
      );
    }
    const isAnchor = fragment !== "" && !fragment.startsWith("/");
    if (isAnchor && !names.has(url)) throw new InvalidSchemaError(at, `nothing found at "${text}"`);
  }
}

const DIALECT = /^https?:\/\/json-schema\.org\/(?:draft-0[67]|draft\/2019-09|draft\/2020-12)\/schema#?$/;
const OF_DIALECTS = /^https?:\/\/json-schema\.org\//;

/** Stands for the address of a schema that says none. */
const WITHOUT_ID = "schema://root/";

interface Reference {
  readonly text: string;
  readonly at: string;
  readonly base: string;
}

interface Found {
  /** Addresses of schemas, and of their anchors. */
  readonly names: Set<string>;
  readonly references: Reference[];
}

function collect(schema: JsonSchema, outerBase: string, path: readonly string[], found: Found): void {
  const { $id, $ref, $anchor, $dynamicAnchor } = schema;
  const own = typeof $id === "string" ? resolve($id, outerBase) : undefined;
  // In older drafts, it is an anchor.
  const isAnchor = own?.includes("#") === true && !own.endsWith("#");
  const base = own === undefined || isAnchor ? outerBase : own.replace(/#$/, "");
  found.names.add(base);
  if (isAnchor) found.names.add(own);
  for (const anchor of [$anchor, $dynamicAnchor]) if (anchor !== undefined) found.names.add(`${base}#${anchor}`);
  if (typeof $ref === "string") found.references.push({ text: $ref, at: toJsonPointer([...path, "$ref"]), base });
  for (const [keys, inner] of innerSchemas(schema)) collect(inner, base, [...path, ...keys], found);
}

function resolve(text: string, base: string): string | undefined {
  try {
    return new URL(text, base).href;
  } catch {
    return undefined;
  }
}
