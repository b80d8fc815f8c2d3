/**
 * One part of a template, in the order of the URI. A variable matches one or more characters, none of them `excluded`.
 * A query matches any of its variables in any order. A fragment may be missing.
 */
export type TemplatePart =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string; readonly excluded: string }
  | { readonly kind: "query"; readonly names: readonly string[]; readonly start: "?" | "&" }
  | { readonly kind: "fragment"; readonly name: string };

/**
 * Parses an RFC 6570 template, of which only forms are allowed that can be read back from a URI.
 *
 * @throws Error that says what to write instead
 *
 * @example
 * ```ts
 * variablesOf(parseUriTemplate("notes://{id}")); // ["id"]
 * ```
 */
export function parseUriTemplate(template: string): readonly TemplatePart[] {
  const parts = template.split(/(\{[^{}]*\})/).flatMap((piece) => {
    if (piece.startsWith("{")) return parseExpression(piece);
    if (/[{}]/.test(piece)) throw new Error(`"${template}" has an unmatched brace.`);
    return piece === "" ? [] : [{ kind: "literal", text: piece } as const];
  });
  refuseAmbiguous(parts);
  return closeBeforeQuery(parts);
}

/** The variables of a template, in order. */
export function variablesOf(parts: readonly TemplatePart[]): readonly string[] {
  return parts.flatMap((part) => (part.kind === "literal" ? [] : part.kind === "query" ? part.names : [part.name]));
}

function parseExpression(expression: string): TemplatePart[] {
  const [, operator, list] = /^\{([+#./;?&]?)(.*)\}$/.exec(expression) as unknown as [string, string, string];
  const names = list.split(",");
  for (const name of names) {
    if (/^[\w.%]+(?:\*|:\d+)$/.test(name)) {
      throw new Error(`${expression} cannot be read back from a URI: write {${name.replace(/[*:].*/, "")}}.`);
    }
    if (!/^[\w.%]+$/.test(name)) throw new Error(`${expression} is not an expression: write a name, as in {id}.`);
  }
  if (operator === "?" || operator === "&") return [{ kind: "query", names, start: operator }];
  if (operator === "#") return names.map((name) => ({ kind: "fragment", name }));
  const { excluded, before, between = before } = SEPARATORS[operator] as Separators;
  return names.flatMap((name, index) => [
    ...literal((index === 0 ? before : between) + (operator === ";" ? `${name}=` : "")),
    { kind: "variable", name, excluded: names.length > 1 ? excluded + between : excluded } as const,
  ]);
}

interface Separators {
  /** The characters that end a value. */
  readonly excluded: string;
  readonly before: string;
  readonly between?: string;
}

const SEPARATORS: Readonly<Record<string, Separators>> = {
  "": { excluded: "/?#", before: "", between: "," },
  "+": { excluded: "", before: "", between: "," },
  ".": { excluded: "/?#", before: "." },
  "/": { excluded: "/?#", before: "/" },
  ";": { excluded: "/?#;", before: ";" },
};

function literal(text: string): TemplatePart[] {
  return text === "" ? [] : [{ kind: "literal", text }];
}

function refuseAmbiguous(parts: readonly TemplatePart[]): void {
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1];
    if (part.kind === "variable" && next?.kind === "variable") {
      throw new Error(`{${part.name}} and {${next.name}} cannot be told apart: put a character between them.`);
    }
    if (part.kind === "fragment" && next) throw new Error(`{#${part.name}} must come last in the template.`);
    if (part.kind === "query" && next && next.kind !== "fragment") {
      throw new Error(`{${part.start}${part.names}} must come last in the template.`);
    }
  }
}

/** A value that may contain any character still ends at the query or the fragment. */
function closeBeforeQuery(parts: readonly TemplatePart[]): TemplatePart[] {
  const stops = parts
    .map((part) => (part.kind === "query" ? part.start : part.kind === "fragment" ? "#" : ""))
    .join("");
  return parts.map((part) => (part.kind === "variable" ? { ...part, excluded: part.excluded + stops } : part));
}
