import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRegExp } from "../formats/regex.js";
import { CharacterKinds } from "./character-kinds.js";
import { setOf } from "./character-set.js";
import { judgePattern } from "./judge-pattern.js";
import { parsePattern } from "./parse-pattern.js";
import { WorkBudget } from "./work-budget.js";

/** Pieces of classes, some of which mean something else without the unicode flag. */
const PIECES = [
  ...["a", "b-e", "Z", "-", "^", "$", ".", "{", "}", "|", "(", "_", "/", "é", "α-ω", "😀", "😀-😎", " "],
  ...["\\d", "\\D", "\\w", "\\W", "\\s", "\\S", "\\b", "\\B", "\\-", "\\]", "\\[", "\\^", "\\\\", "\\/", "\\.", "\\a"],
  ...[
    "\\0",
    "\\1",
    "\\12",
    "\\101",
    "\\377",
    "\\400",
    "\\8",
    "\\x41",
    "\\x4",
    "\\u0042",
    "\\u004",
    "\\u{43}",
    "\\u{1f600}",
  ],
  ...[
    "\\cA",
    "\\cz",
    "\\c",
    "\\c1",
    "\\c_",
    "\\ud83d\\ude00",
    "\\ud83d",
    "\\t",
    "\\n",
    "\\v",
    "\\f",
    "\\r",
    "\\k",
    "\\p",
  ],
  ...["\\p{L}", "\\P{L}", "\\p{Lu}", "\\P{Lu}", "\\p{Script=Greek}", "\\p{Alphabetic}"],
];

const CODES = [
  ...Array.from({ length: 0x80 }, (_, code) => code),
  ...[
    0x80, 0xa0, 0xe9, 0x100, 0x101, 0x3b1, 0x3c9, 0x2028, 0x2029, 0x205f, 0x3000, 0xfeff, 0xd83d, 0xde00, 0x1f600,
    0x1f60e, 0x1f610, 0x10ffff,
  ],
];

describe("parsePattern", () => {
  it("reads each class and each escape as the engine does", () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 });
    const sources = fc.tuple(fc.constantFrom("[", "[^", ""), pieces).map(([open, parts]) => {
      return open === "" ? (parts[0] as string) : `${open}${parts.join("")}]`;
    });
    fc.assert(
      fc.property(sources, fc.constantFrom("u" as const, "" as const), (source, flags) => {
        if (!isRegExp(source, flags)) return;
        const node = parsePattern(source, flags === "u");
        if (node.kind !== "character") return;
        const regExp = new RegExp(`^(?:${source})$`, flags);
        // Without the flag, what has more than 16 bits is two characters.
        const codes = flags === "u" ? CODES : CODES.filter((code) => code <= 0xffff);
        const kinds = new CharacterKinds([node.set, ...codes.map((code) => setOf([code, code]))], new WorkBudget(1e9));
        for (const [index, code] of codes.entries()) {
          const isIn = regExp.test(String.fromCodePoint(code));
          // Whether a character beyond ASCII has a property is not known.
          if (/\\[pP]\{/.test(source) && flags === "u" && code >= 0x80 && !isIn) continue;
          expect(kinds.overlap(0, index + 1), `${source} with flags "${flags}" and U+${code.toString(16)}`).toBe(isIn);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 50) * 6 },
    );
  });

  it("reads every pattern that the engine takes", () => {
    const parts = [...PIECES, "(", "(", "(?:", "(?=", "(?!", "(?<=", "(?<n>", ")", ")", ")", "|", "[", "[^", "]"];
    const counts = ["*", "+", "?", "*?", "{2}", "{2,}", "{0,3}", "{,3}", "{a}"];
    const source = fc.array(fc.constantFrom(...parts, ...counts), { maxLength: 14 }).map((all) => all.join(""));
    fc.assert(
      fc.property(source, (source) => {
        const verdict = judgePattern(source);
        expect(verdict === undefined || verdict.startsWith("one ")).toBe(true);
      }),
      { numRuns: Number(process.env.RUNS ?? 50) * 40 },
    );
  });

  it("knows where a repetition is in the source", () => {
    const source = "(?:a|[b{2}]{1,3}?)\\{2}";
    const [first] = [parsePattern(source, true)].flatMap((node) => (node.kind === "sequence" ? node.parts : []));
    expect(first).toMatchObject({
      kind: "choice",
      options: [
        { kind: "character" },
        { kind: "repetition", min: 1, max: 3, start: 5, quantifier: 11, end: 17, body: { kind: "character" } },
      ],
    });
  });
});
