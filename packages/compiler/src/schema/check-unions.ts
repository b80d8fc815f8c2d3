import { compareBranches } from "../json-schema/compare-branches.js";
import type { Definitions } from "../json-schema/resolve.js";
import type { Schema } from "../json-schema/schema.js";
import type { ts } from "../typescript/typescript.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** A union in the arguments that a client sends. */
export interface FoundUnion {
  readonly site: Site;
  readonly branches: readonly { readonly type: ts.Type; readonly schema: Schema }[];
}

/** Reports branches of unions that look the same in JSON, although the method receives different values for them. */
export function checkUnions(unions: readonly FoundUnion[], definitions: Definitions, builder: SchemaBuilder): void {
  let compared = 0;
  for (const { site, branches } of unions) {
    for (const [index, one] of branches.entries()) {
      for (const other of branches.slice(index + 1)) {
        // Unions with thousands of branches are products of smaller ones, which are checked where they occur.
        compared += 1;
        if (compared > MAX_COMPARED) return;
        const { oneCodes, otherCodes } = compareBranches(one.schema, other.schema, definitions);
        if (oneCodes && otherCodes) refuse(one.type, other.type, site, builder);
        else if (oneCodes) warn(other.type, one.type, site, builder);
        else if (otherCodes) warn(one.type, other.type, site, builder);
      }
    }
  }
}

const MAX_COMPARED = 5000;

function refuse(one: ts.Type, other: ts.Type, site: Site, builder: SchemaBuilder): void {
  const [name, otherName] = [nameOf(one, builder), nameOf(other, builder)];
  const message = `${name} and ${otherName} look the same in JSON, so the method could not know which one the client sent`;
  const help = 'Write one of them, or give each an object with a tag: { kind: "a", … } | { kind: "b", … }.';
  builder.fail("ambiguous-union", site, message, help);
}

function warn(plain: ts.Type, coded: ts.Type, site: Site, builder: SchemaBuilder): void {
  const [name, otherName] = [nameOf(plain, builder), nameOf(coded, builder)];
  const message = `${otherName} looks like ${name} in JSON: where both fit, the method receives ${name}`;
  const help = `Write ${name} and convert it in the method, or only ${otherName}; objects can be told apart by a tag: { kind: "a", … }.`;
  builder.fail("plain-over-codec", site, message, help);
}

function nameOf(type: ts.Type, { project }: SchemaBuilder): string {
  // The kind of buffer tells a reader nothing.
  return project.checker.typeToString(type).replaceAll("<ArrayBufferLike>", "");
}
