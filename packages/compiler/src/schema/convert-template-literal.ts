import { ts } from "../typescript/typescript.js";
import type { Converter } from "./converter.js";

/** Template literal types, `` `v${number}` ``, and `Uppercase<string>` and similar types, as patterns. */
export const convertTemplateLiteral: Converter = (site, builder) => {
  if (!(site.type.flags & (ts.TypeFlags.TemplateLiteral | ts.TypeFlags.StringMapping))) return undefined;
  const pattern = patternOf(site.type);
  if (pattern !== undefined) return { type: "string", pattern: `^${pattern}$` };
  const name = builder.project.checker.typeToString(site.type);
  return builder.fail(
    "not-json",
    site,
    `No pattern describes the strings of type ${name}`,
    "Write string, with @pattern.",
  );
};

/** The pattern for the strings of a type, without anchors. Also used for keys. */
export function patternOf(type: ts.Type): string | undefined {
  if (type.flags & (ts.TypeFlags.String | ts.TypeFlags.Any)) return ANY_TEXT;
  if (type.flags & ts.TypeFlags.Number) return NUMBER;
  if (type.flags & ts.TypeFlags.BigInt) return "-?[0-9]+";
  if (type.isStringLiteral() || type.isNumberLiteral()) return escapePattern(String(type.value));
  if (type.isUnion()) return alternatives(type.types.map(patternOf));
  if (type.flags & ts.TypeFlags.TemplateLiteral) return templatePattern(type as ts.TemplateLiteralType);
  if (type.flags & ts.TypeFlags.StringMapping) return mappingPattern(type as ts.StringMappingType);
  return undefined;
}

// Not ".", which does not match line breaks.
const ANY_TEXT = "[\\s\\S]*";
const NUMBER = "-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";

function templatePattern({ texts, types }: ts.TemplateLiteralType): string | undefined {
  let pattern = escapePattern(texts[0] ?? "");
  for (const [index, type] of types.entries()) {
    const part = patternOf(type);
    if (part === undefined) return undefined;
    pattern += `${part}${escapePattern(texts[index + 1] ?? "")}`;
  }
  return pattern;
}

function mappingPattern({ symbol, type }: ts.StringMappingType): string | undefined {
  if (!(type.flags & ts.TypeFlags.String)) return undefined;
  return STRING_MAPPINGS[symbol.name];
}

const STRING_MAPPINGS: { readonly [name: string]: string } = {
  Uppercase: "[^a-z]*",
  Lowercase: "[^A-Z]*",
  Capitalize: `(?![a-z])${ANY_TEXT}`,
  Uncapitalize: `(?![A-Z])${ANY_TEXT}`,
};

function alternatives(patterns: readonly (string | undefined)[]): string | undefined {
  return patterns.includes(undefined) ? undefined : `(?:${patterns.join("|")})`;
}

/** A pattern that matches exactly this text. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
