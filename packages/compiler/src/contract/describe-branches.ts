import { type Definitions, propertiesOf, requiredOf, resolve } from "../json-schema/resolve.js";
import type { Schema } from "../json-schema/schema.js";

/** Describes which arguments belong together if they are a union of objects. A schema cannot say so at its root. */
export function describeBranches({ "x-anyOf": branches, $defs = {} }: Schema): string | undefined {
  if (!Array.isArray(branches)) return undefined;
  const resolved = (branches as readonly Schema[]).map((branch) => resolve(branch, $defs as Definitions));
  const lines = resolved.map((branch) => `- ${describe(branch)}`);
  return `Pass one of these sets of arguments:\n${[...new Set(lines)].join("\n")}`;
}

function describe(branch: Schema): string {
  const foreign = (branch["x-foreign"] ?? []) as readonly string[];
  const own = Object.entries(propertiesOf(branch)).filter(
    ([name, { not }]) => not === undefined && !foreign.includes(name),
  );
  const parts = own.map(([name, schema]) => {
    const value = "const" in schema ? `: ${JSON.stringify(schema.const)}` : "";
    return `${name}${value}${requiredOf(branch).includes(name) ? "" : " (optional)"}`;
  });
  return parts.join(", ") || "none";
}
