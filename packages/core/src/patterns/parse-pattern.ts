import { type CharacterSet, type CodeRange, classOf, NOT_LINE_END, setOf } from "./character-set.js";
import type { PatternNode } from "./pattern-node.js";

/**
 * Parses a valid regular expression. Without the `u` flag, it follows what engines accept besides the standard's grammar
 * (ECMA-262 annex B): braces and brackets may stand for themselves, and so may what follows a backslash.
 *
 * @param isUnicode Whether it has the `u` flag
 */
export function parsePattern(source: string, isUnicode: boolean): PatternNode {
  const { groups, hasNames } = surveyPattern(source);
  let at = 0;
  return choice();

  function choice(): PatternNode {
    const options = [sequence()];
    while (source[at] === "|") {
      at += 1;
      options.push(sequence());
    }
    return options.length === 1 ? (options[0] as PatternNode) : { kind: "choice", options };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") parts.push(repetition());
    return parts.length === 1 ? (parts[0] as PatternNode) : { kind: "sequence", parts };
  }

  function repetition(): PatternNode {
    const start = at;
    const body = atom();
    const quantifier = at;
    const [written, min, comma, max] = take(/[*+?]\??|\{(\d+)(,?)(\d*)\}\??/y);
    if (written === undefined) return body;
    const [least, most] = written.startsWith("{")
      ? [Number(min), comma === "" ? Number(min) : max === "" ? Infinity : Number(max)]
      : [written.startsWith("+") ? 1 : 0, written.startsWith("?") ? 1 : Infinity];
    return { kind: "repetition", body, min: least, max: most, start, quantifier, end: at };
  }

  function atom(): PatternNode {
    const [open] = take(/\((?:\?(?:<?[=!]|<[^>]*>|[a-z-]*:))?/y);
    if (open !== undefined) return group(open);
    const [place] = take(/[$^]|\\[bB]/y);
    if (place !== undefined) return { kind: "place", at: place === "^" ? "start" : place === "$" ? "end" : "word" };
    if (take(/\./y).length > 0) return { kind: "character", set: NOT_LINE_END };
    if (take(/\[/y).length > 0) return { kind: "character", set: brackets() };
    if (source[at] !== "\\") return { kind: "character", set: only(character()) };
    if (takeReference()) return { kind: "reference" };
    const escaped = escape();
    return { kind: "character", set: typeof escaped === "number" ? only(escaped) : escaped };
  }

  function group(open: string): PatternNode {
    const body = choice();
    at += 1;
    return /[=!]$/.test(open) ? { kind: "look", body, isBehind: open.includes("<") } : body;
  }

  function takeReference(): boolean {
    if (isUnicode || hasNames) if (take(/\\k<[^>]*>/y).length > 0) return true;
    const [, digits] = /^\\([1-9]\d*)/.exec(source.slice(at, at + 10)) ?? [];
    if (digits === undefined || (!isUnicode && Number(digits) > groups)) return false;
    at += 1 + digits.length;
    return true;
  }

  function brackets(): CharacterSet {
    const isNegated = take(/\^/y).length > 0;
    const sets: CharacterSet[] = [];
    while (source[at] !== "]") {
      const first = member();
      const isRange = source[at] === "-" && source[at + 1] !== "]";
      if (!isRange) {
        sets.push(typeof first === "number" ? only(first) : first);
        continue;
      }
      at += 1;
      const last = member();
      if (typeof first === "number" && typeof last === "number") sets.push(setOf([first, last]));
      // Without the `u` flag, `[\w-.]` has the hyphen itself.
      else sets.push(...[first, 0x2d, last].map((one) => (typeof one === "number" ? only(one) : one)));
    }
    at += 1;
    return {
      ranges: sets.flatMap(({ ranges }) => ranges),
      properties: sets.flatMap(({ properties }) => properties),
      isNegated,
    };
  }

  function member(): number | CharacterSet {
    if (source[at] !== "\\") return character();
    const [hyphenOrBackspace] = take(/\\[-b]/y);
    if (hyphenOrBackspace !== undefined) return hyphenOrBackspace === "\\b" ? 0x08 : 0x2d;
    const [, control] = isUnicode ? [] : take(/\\c([0-9_])/y);
    return control === undefined ? escape() : control.charCodeAt(0) % 32;
  }

  /** The character or the set that an escape stands for. */
  function escape(): number | CharacterSet {
    const [, letter] = take(/\\([dDwWsS])/y);
    if (letter !== undefined) return classOf(letter);
    if (isUnicode) {
      const [, kind, name] = take(/\\([pP])\{([^}]*)\}/y);
      if (name !== undefined) return { ...setOf(), properties: [{ name, isNegated: kind === "P" }] };
      const [, long, high, low] = take(
        /\\u(?:\{([\dA-Fa-f]+)\}|([Dd][89ABab][\dA-Fa-f]{2})\\u([Dd][C-Fc-f][\dA-Fa-f]{2}))/y,
      );
      if (long !== undefined) return Number.parseInt(long, 16);
      if (high !== undefined && low !== undefined) return fromSurrogates(high, low);
    }
    const [, hex4, hex2, control, octal] = take(
      /\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|c([A-Za-z])|([0-3][0-7]{0,2}|[4-7][0-7]?))/y,
    );
    const hex = hex4 ?? hex2;
    if (hex !== undefined) return Number.parseInt(hex, 16);
    if (control !== undefined) return control.charCodeAt(0) % 32;
    if (octal !== undefined) return Number.parseInt(octal, 8);
    // Without a letter after it, `\c` is a backslash and a `c`.
    if (take(/\\(?=c)/y).length > 0) return 0x5c;
    at += 1;
    const named = "tnvfr".indexOf(source[at] as string);
    if (named < 0) return character();
    at += 1;
    return [0x09, 0x0a, 0x0b, 0x0c, 0x0d][named] as number;
  }

  /** Without the `u` flag, a pattern consists of halves of characters. */
  function character(): number {
    const code = (isUnicode ? source.codePointAt(at) : source.charCodeAt(at)) as number;
    at += code > 0xffff ? 2 : 1;
    return code;
  }

  function take(expression: RegExp): readonly (string | undefined)[] {
    expression.lastIndex = at;
    const found = expression.exec(source);
    at += found?.[0].length ?? 0;
    return found ?? [];
  }
}

/** What a pattern has, found without parsing it. */
export interface PatternSurvey {
  /** The number of groups that capture. */
  readonly groups: number;
  readonly hasNames: boolean;
  /** How many groups are in each other. */
  readonly depth: number;
  /** Whether it sets flags for a part of itself, as in `(?i:a)`. */
  readonly setsFlags: boolean;
}

/** Looks at the groups of a valid pattern. */
export function surveyPattern(source: string): PatternSurvey {
  let [groups, open, depth] = [0, 0, 0];
  let [hasNames, setsFlags] = [false, false];
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === "\\") at += 1;
    else if (character === "[") at = endOfBrackets(source, at);
    else if (character === ")") open -= 1;
    else if (character === "(") {
      open += 1;
      depth = Math.max(depth, open);
      const isNamed = source.startsWith("(?<", at) && !/[=!]/.test(source[at + 3] ?? "");
      if (isNamed || source[at + 1] !== "?") groups += 1;
      hasNames ||= isNamed;
      setsFlags ||= source[at + 1] === "?" && /[a-z-]/.test(source[at + 2] ?? "");
    }
  }
  return { groups, hasNames, depth, setsFlags };
}

function endOfBrackets(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
  return at;
}

function only(code: number): CharacterSet {
  const range: CodeRange = [code, code];
  return setOf(range);
}

function fromSurrogates(high: string, low: string): number {
  return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)).codePointAt(0) as number;
}
