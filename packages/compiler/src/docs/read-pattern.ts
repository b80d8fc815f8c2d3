/** A regular expression for JSON Schema, or why the text is not one. */
export type ReadPattern = { readonly source: string } | { readonly problem: string };

/**
 * Reads the text of `@pattern`. A literal, `/^[a-z]+$/`, means the expression between its slashes. JSON Schema has no
 * flags, but matches as if with `u`.
 */
export function readPattern(text: string): ReadPattern {
  const [, literal, flags = ""] = LITERAL.exec(text) ?? [];
  // A plain word between slashes is a path.
  const isLiteral = literal !== undefined && (SPECIAL.test(literal) || flags !== "");
  if (isLiteral && flags !== "" && flags !== "u") return { problem: `JSON Schema has no flag ${flags}` };
  const source = isLiteral ? literal.replace(/\\(.)/g, (whole, one: string) => (one === "/" ? "/" : whole)) : text;
  try {
    new RegExp(source, "u");
  } catch (error) {
    const reason = (error as Error).message.replace(/^.*\/u: /s, "");
    return { problem: reason.charAt(0).toLowerCase() + reason.slice(1) };
  }
  const problem = source === "" ? "an empty expression checks nothing" : anchorProblem(source);
  return problem === undefined ? { source } : { problem };
}

/** An expression with prose around it matches nothing: `^[a-z]+$ in lower case`. */
function anchorProblem(source: string): string | undefined {
  const bare = source.replace(/\\b/gi, "").replace(/\\.|\[(?:\\.|[^\]])*\]/g, "x");
  if (/\$[\w\s,;:–—-]/.test(bare)) return "no text continues after its $";
  return /[\w\s,;:–—]\^/.test(bare) ? "no text begins before its ^" : undefined;
}

const LITERAL = /^\/((?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+)\/([a-z]*)$/;

const SPECIAL = /[\\^$.*+?()[\]{}|]/;
