import type { MethodDoc } from "../../docs/doc.js";
import { HeaderMark } from "../../json-schema/header-mark.js";
import type { Schema } from "../../json-schema/schema.js";
import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";

/**
 * The arguments' schema with the headers that its comments ask for: with `@header Region`, clients repeat the argument
 * in `Mcp-Param-Region`. Clients drop the whole tool if they cannot, so each such mistake is reported.
 *
 * @param node Where diagnostics for a schema written by hand point
 */
export function readHeaders(root: Schema, node: ts.Node, project: Project): Schema {
  const { diagnostics } = project;
  const taken = new Map<string, string>();
  const bare = new Map<object, boolean>();
  const refused = new Set<object>();
  const results = new Map<Schema, readonly Schema[]>();
  check(root);
  return inside(root);

  function inside(schema: Schema): Schema {
    if (isBare(schema)) return schema;
    const entries = Object.entries(schema).map(([keyword, value]) => {
      if (keyword === "properties") return [keyword, mapValues(value, property)];
      if (!DATA.has(keyword)) refuseBelow(value);
      return [keyword, value];
    });
    return Object.fromEntries(entries);
  }

  /** Whether a value contains no header. Most parts contain none, and shared parts need not be read again. */
  function isBare(value: object): boolean {
    const known = bare.get(value);
    if (known !== undefined) return known;
    const parts = Object.entries(value);
    const isClean = parts.every(([key, part]) => {
      if (key === "x-mcp-header") return false;
      return typeof part !== "object" || part === null || isBare(part);
    });
    bare.set(value, isClean);
    return isClean;
  }

  function property(schema: Schema): Schema {
    if (isBare(schema)) return schema;
    const [first, second] = results.get(schema) ?? [];
    // The second time, its header is a duplicate, which is reported; after that there is nothing new to report.
    if (first && second) return second;
    check(schema);
    const { "x-mcp-header": header, ...rest } = inside(schema);
    const name = header instanceof HeaderMark ? header.name : header;
    const result = name === undefined ? rest : { ...rest, "x-mcp-header": name };
    results.set(schema, first ? [first, result] : [result]);
    return result;
  }

  function check(schema: Schema): void {
    const header = schema["x-mcp-header"];
    if (header === undefined) return;
    const name = header instanceof HeaderMark ? header.name : header;
    const problem = problemOf(name, schema);
    if (problem) refuse(header, problem.message, problem.help);
    const key = String(name).toLowerCase();
    const other = taken.get(key);
    if (other !== undefined) {
      refuse(
        header,
        `Another argument already has the header ${other}; header names ignore case.`,
        "Rename one of them.",
      );
    }
    taken.set(key, String(name));
  }

  /** Values in lists, alternatives and definitions may occur several times or not at all. */
  function refuseBelow(value: unknown): void {
    if (Array.isArray(value)) value.forEach(refuseBelow);
    if (typeof value !== "object" || value === null || value instanceof HeaderMark || isBare(value)) return;
    if (refused.has(value)) return;
    refused.add(value);
    const { "x-mcp-header": header } = value as Schema;
    if (header instanceof HeaderMark || typeof header === "string") {
      const help = "Put @header on an argument, or on a property of an object argument.";
      refuse(header, "A header cannot repeat a value in a list, a union or a recursive type.", help);
    }
    for (const [keyword, part] of Object.entries(value)) if (!DATA.has(keyword)) refuseBelow(part);
  }

  function refuse(header: unknown, message: string, help: string): void {
    diagnostics.report("invalid-header", header instanceof HeaderMark ? header.node : node, message, help);
  }
}

/** Reports headers on arguments of prompts and resources. */
export function refuseHeaders(root: Schema, { diagnostics }: Project): void {
  for (const schema of Object.values((root.properties ?? {}) as { readonly [name: string]: Schema })) {
    const header = schema["x-mcp-header"];
    if (!(header instanceof HeaderMark)) continue;
    diagnostics.report("invalid-header", header.node, "Only arguments of tools can have headers.", "Remove @header.");
  }
}

/** Reports headers in a method's comment that belong to no parameter. */
export function refuseStrayHeaders({ tags, returns }: MethodDoc, { diagnostics }: Project): void {
  for (const { name, node } of [...tags, ...returns.tags]) {
    if (name !== "header") continue;
    diagnostics.report("invalid-header", node, "This @header belongs to no parameter.", "Write it after a @param.");
  }
}

function problemOf(name: unknown, { type }: Schema): { readonly message: string; readonly help: string } | undefined {
  if (typeof name !== "string" || !TOKEN.test(name)) {
    return {
      message: `"Mcp-Param-${name}" is not a valid header name.`,
      help: "Write the part after Mcp-Param-, such as @header Region: letters, digits and -.",
    };
  }
  if (type === "number") {
    return {
      message: "A header cannot repeat a number that may have a fraction.",
      help: "Add @integer if it is a whole number, or use a string.",
    };
  }
  if (type === "string" || type === "integer" || type === "boolean") return undefined;
  return {
    message: "A header can only repeat a string, an integer or a boolean.",
    help:
      type === "object" ? "Put @header on one of its properties." : "Write string, boolean, or number with @integer.",
  };
}

/** RFC 9110. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** The values of these keywords are data, even if they look like schemas. */
const DATA: ReadonlySet<string> = new Set(["const", "enum", "default", "examples", "x-notes", "x-mcp-header"]);

function mapValues(value: unknown, map: (schema: Schema) => Schema): unknown {
  return Object.fromEntries(Object.entries(value as { [name: string]: Schema }).map(([name, one]) => [name, map(one)]));
}
