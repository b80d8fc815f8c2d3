import type { Schema } from "../../json-schema/schema.js";
import { AFFORDABLE, type SlowPattern, slowPattern } from "../../patterns/slow-pattern.js";
import type { Project } from "../../project/project.js";
import type { ts } from "../../typescript/typescript.js";
import type { Parameters } from "./parameters.js";

/** Reports the patterns that a client could use to keep the server busy. */
export function checkPatterns(root: Schema, { named, flat }: Parameters, project: Project): void {
  const nodes = new Map(named.map(({ name, declaration }) => [name, declaration]));
  const { properties, ...rest } = root;
  const first = flat ?? named[0];
  for (const [name, schema] of Object.entries((properties ?? {}) as { readonly [name: string]: Schema })) {
    const node = nodes.get(name) ?? flat?.declaration;
    if (node) checkSchema(schema, node, name, project);
  }
  if (first) checkSchema(rest, first.declaration, "arguments", project);
}

/** Reports such patterns anywhere in a schema. */
export function checkSchema(root: unknown, node: ts.Node, path: string, project: Project): void {
  const seen = new Set<unknown>();
  check(root);

  function check(schema: unknown): void {
    if (typeof schema !== "object" || schema === null || seen.has(schema)) return;
    seen.add(schema);
    if (Array.isArray(schema)) {
      schema.forEach(check);
      return;
    }
    const { pattern, maxLength, patternProperties } = schema as Schema;
    if (typeof pattern === "string") checkPattern(pattern, maxLength, node, path, project);
    for (const key of Object.keys((patternProperties ?? {}) as object)) {
      checkPattern(key, undefined, node, path, project);
    }
    for (const [keyword, value] of Object.entries(schema)) {
      if (!VALUES.has(keyword)) check(value);
    }
  }
}

/** The values of these keywords are data, even if they look like schemas. */
const VALUES: ReadonlySet<string> = new Set(["const", "enum", "default", "examples"]);

function checkPattern(
  pattern: string,
  maxLength: unknown,
  node: ts.Node,
  path: string,
  { diagnostics }: Project,
): void {
  const slow = slowPattern(pattern);
  if (!slow || (typeof maxLength === "number" && maxLength ** slow.degree <= AFFORDABLE)) return;
  diagnostics.report("slow-pattern", node, `${whatIsWrong(pattern, slow)} (at \`${path}\`).`, whatToDo(slow));
}

function whatIsWrong(pattern: string, { growth }: SlowPattern): string {
  return growth === undefined
    ? `The compiler cannot tell how long matching ${pattern} takes (ReDoS)`
    : `Matching ${pattern} can take ${growth} time (ReDoS)`;
}

function whatToDo({ growth, degree }: SlowPattern): string {
  if (growth === undefined) return "Write a simpler pattern, or check the string in the method.";
  return Number.isFinite(degree)
    ? "Add @maxLength, or rewrite it so that no two parts match the same text."
    : "Rewrite it without nested repetitions and without alternatives that start alike.";
}
