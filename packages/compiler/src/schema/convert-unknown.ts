import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";
import { refusedTemplate } from "./refused-template.js";
import type { SchemaBuilder } from "./schema-builder.js";
import type { Site } from "./site.js";

/** `any` and `unknown`: any value. The `any` of a type that TypeScript could not resolve is an error. */
export const convertUnknown: Converter = (site, builder) => {
  if (!(site.type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))) return undefined;
  if (!isUnresolved(site.type)) {
    if (site.type.flags & ts.TypeFlags.Any && builder.direction === "input") warnOfAny(site, builder);
    return {};
  }
  const pattern = site.written && refusedTemplate(site.written, builder.project);
  if (pattern !== undefined) {
    const message = "TypeScript gives up on this type: it stands for more than 100,000 strings";
    return builder.fail("too-many-texts", site, message, `Write string, with @pattern ^${pattern}$ in its comment.`);
  }
  const help = 'Import the type, or add the package that declares it to "types" in the tsconfig.';
  return builder.fail("unresolved-type", site, "This type could not be resolved", help);
};

function warnOfAny(site: Site, builder: SchemaBuilder): void {
  const help = "Write its type, or unknown if the method checks the value itself.";
  builder.fail("any-input", site, "The type any tells clients nothing, and nothing checks the value", help);
}

/** Only this name tells the two kinds of `any` apart. */
export function isUnresolved(type: ts.Type): boolean {
  return "intrinsicName" in type && type.intrinsicName === "error";
}
