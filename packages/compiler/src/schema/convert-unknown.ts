import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { refusedTemplate } from "./refused-template.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** `any` and `unknown`: every value. An `any` that stands for a type TypeScript could not find is an error. */
export const convertUnknown: Converter = (site, builder) => {
  if (!(site.type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))) return undefined;
  if (!isUnresolved(site.type)) {
    if (site.type.flags & ts.TypeFlags.Any && builder.direction === "input") warnOfAny(site, builder);
    return {};
  }
  const pattern = site.written && refusedTemplate(site.written, builder.project);
  if (pattern !== undefined) {
    const message = "TypeScript does not know this type: it stands for more than 100,000 texts";
    return builder.fail("too-many-texts", site, message, `Write string, with @pattern ^${pattern}$ in its comment.`);
  }
  const help = 'Import the type, or add the package that declares it to "types" in the tsconfig.';
  return builder.fail("unresolved-type", site, "This type could not be resolved", help);
};

function warnOfAny(site: Site, builder: SchemaBuilder): void {
  const help = "Write its type, or unknown if the method checks the value itself.";
  builder.fail("any-input", site, "The type any says nothing to the client and checks nothing", help);
}

/** TypeScript tells the two kinds of `any` apart by this name only. */
export function isUnresolved(type: ts.Type): boolean {
  return "intrinsicName" in type && type.intrinsicName === "error";
}
