import type { Schema } from "../schema.js";
import { SchemaIds } from "../schema-ids.js";
import { contentOf, mapKeyword } from "../subschema-keywords.js";
import { typeNameOf } from "../type-names.js";
import { bracketed, isObject, isSent, jsonBytes, keyBytes } from "./schema-bytes.js";

/** A schema that occurs in one or more places. Equal schemas are one node. */
export interface SchemaNode {
  /** Its keywords, with nodes in place of the schemas in them. */
  readonly schema: Schema;
  /** The schemas directly inside it, once for each place. */
  readonly children: readonly SchemaNode[];
  /** The bytes of everything but its children. */
  readonly ownBytes: number;
  /** The schema without annotations such as title, description and default, which differ from place to place. */
  readonly core: SchemaNode | undefined;
  /** The name for a definition made of it: that of its type, or else of the first place where it occurs. */
  readonly name: string;
}

/** Reads schemas into nodes. */
export class SchemaGraph {
  readonly #ids = new SchemaIds();
  readonly #nodes = new Map<number, SchemaNode>();

  /**
   * The node of a schema.
   *
   * @param place The name of the place where it occurs, such as the property
   */
  nodeOf(schema: object, place: string): SchemaNode {
    const id = this.#ids.idOf(schema);
    const known = this.#nodes.get(id);
    if (known) return known;
    const node = this.#read(schema, place);
    this.#nodes.set(id, node);
    return node;
  }

  #read(schema: object, place: string): SchemaNode {
    const name = typeNameOf(schema) ?? place;
    const children: SchemaNode[] = [];
    const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
      const read = mapKeyword(keyword, value, (inner, key) => {
        const node = this.nodeOf(inner, pascalCase(key ?? "") || placeInside(keyword, name));
        children.push(node);
        return node;
      });
      return [keyword, read];
    });
    const content = Object.fromEntries(entries);
    return { schema: content, children, ownBytes: ownBytes(content), core: this.#coreOf(schema, name), name };
  }

  #coreOf(schema: object, name: string): SchemaNode | undefined {
    const rest = Object.entries(schema).filter(([keyword]) => !isAnnotation(keyword));
    if (rest.length === 0 || rest.length === Object.keys(schema).length || "$ref" in schema) return undefined;
    return this.nodeOf(Object.fromEntries(rest), name);
  }
}

/** Whether a keyword describes a value without constraining it, so that it may appear beside a `$ref`. */
export function isAnnotation(keyword: string): boolean {
  return ANNOTATIONS.has(keyword);
}

const ANNOTATIONS: ReadonlySet<string> = new Set(["title", "description", "deprecated", "default", "examples"]);

function placeInside(keyword: string, name: string): string {
  if (keyword === "items" || keyword === "prefixItems") return `${name}Item`;
  return keyword === "additionalProperties" || keyword === "patternProperties" ? `${name}Value` : name;
}

function pascalCase(name: string): string {
  const words = name.match(/[a-z0-9]+/gi) ?? [];
  return words.map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join("");
}

/** The bytes of a schema without its inner schemas. */
function ownBytes(schema: Schema): number {
  const entries = Object.entries(schema).filter(([keyword]) => isSent(keyword));
  return bracketed(
    entries.map(([keyword, value]) => {
      const content = isObject(value) ? contentOf(keyword) : "data";
      if (content === "data") return keyBytes(keyword) + jsonBytes(value);
      if (content === "schema") return keyBytes(keyword);
      if (Array.isArray(value))
        return keyBytes(keyword) + bracketed(value.map((part) => (isObject(part) ? 0 : jsonBytes(part))));
      const parts = Object.entries(value as object).map(
        ([name, part]) => keyBytes(name) + (isObject(part) ? 0 : jsonBytes(part)),
      );
      return keyBytes(keyword) + bracketed(parts);
    }),
  );
}
