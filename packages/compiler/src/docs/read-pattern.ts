/** A regular expression as JSON Schema takes it, or why the text is none. */
export type ReadPattern = { readonly source: string } | { readonly problem: string };

/**
 * Reads the text of `@pattern`. A literal, `/^[a-z]+$/`, is the expression between its slashes; JSON Schema has no flags,
 * but matches as with `u`.
 */
export function readPattern(text: string): ReadPattern {
  const [, literal, flags = ""] = LITERAL.exec(text) ?? [];
  // Slashes around a plain word are a path.
  const isLiteral = literal !== undefined && (SPECIAL.test(literal) || flags !== "");
  if (isLiteral && flags !== "" && flags !== "u") return { problem: `JSON Schema has no flag ${flags}` };
  const source = isLiteral ? literal.replace(/\\(.)/g, (whole, one: string) => (one === "/" ? "/" : whole)) : text;
  try {
    new RegExp(source, "u");
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*\/u: /s, "");
    return { problem: reason.charAt(0).toLowerCase() + reason.slice(1) };
  }
  return source === "" ? { problem: "an empty expression checks nothing" } : { source };
}

const LITERAL = /^\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/([a-z]*)$/;

const SPECIAL = /[\\^$.*+?()[\]{}|]/;
