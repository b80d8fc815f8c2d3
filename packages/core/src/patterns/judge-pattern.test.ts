import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRegExp } from "../formats/regex.js";
import { judgePattern } from "./judge-pattern.js";

describe("judgePattern", () => {
  it.each([
    "",
    "error|warn",
    "foo",
    "foo.*bar",
    ".*foo.*",
    "\\d+",
    "^\\s*#.*$",
    "^\\s*$",
    "\\s+$",
    "^\\s+|\\s+$",
    "\\b\\w+ing\\b",
    "(foo|bar)+",
    "(?:[a-z]+-)*[a-z]+",
    "^([a-z]+,)*[a-z]+$",
    '"(?:[^"\\\\]|\\\\.)*"',
    "'[^'\\\\]*(?:\\\\.[^'\\\\]*)*'",
    "^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$",
    "[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}",
    "^(?:\\d{1,3}\\.){3}\\d{1,3}$",
    "^(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}$",
    "^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}$",
    "(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}",
    "^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$",
    "\\b[0-9a-f]{64}\\b",
    "^(?:[0-9a-f]{16})+$",
    "^#(?:[0-9a-f]{3}){1,2}$",
    "^\\d{4}-\\d{2}-\\d{2}(?:T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:\\d{2})?)?$",
    "https?:\\/\\/[^\\s/$.?#].[^\\s]*",
    "https?:\\/\\/(www\\.)?[-a-zA-Z0-9@:%._+~#=]{1,256}\\.[a-zA-Z0-9()]{1,6}\\b([-a-zA-Z0-9()@:%_+.~#?&//=]*)",
    "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$",
    "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-[\\w.-]+)?(?:\\+[\\w.-]+)?$",
    "^-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$",
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    "^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$",
    "^(?!.*--)[a-z-]+$",
    "(?<=\\$)\\d+(?:\\.\\d\\d)?",
    "(?<!foo|bar)baz",
    "(?:(?!end).)*end",
    "function\\s+\\w+\\s*\\(",
    "^import\\s.*\\sfrom\\s+['\"]react['\"]",
    "TODO:?\\s*(.*)$",
    "(?<year>\\d{4})-(?<month>\\d\\d)",
    "[\\w-.]+\\.txt",
    "[\\p{L}\\p{N}_]+",
    "^[\\p{L}\\p{Nl}$_][\\p{L}\\p{Nl}$\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}]*$",
    "([^/:]*):?(\\d+)?",
    "^\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)*$",
    "^(?:[A-Z][a-z]+)+$",
    "^(?:\\w{1,10} ?){1,3}$",
    "^.{1,100}@.{1,100}\\..{1,100}$",
    "[\\s\\S]*",
    "^(?:[^\\n]*(?:\\n|$))+",
    "(?:^|\\n)(?: *(?:\\n|$))+",
    "^[^]*-[^]*$",
    "<[^>]+>",
    "\\$\\{[^}]*\\}",
    "^(?:GET|POST|PUT|PATCH|DELETE) \\/api\\/v\\d+\\/",
    '^(\\S+) \\S+ \\S+ \\[([^\\]]+)\\] "([^"]*)" (\\d{3}) (\\d+|-)',
    "\\d+?px",
    "[\u{1f600}-\u{1f64f}]+",
    "x{,5}",
  ])("lets ordinary patterns pass: %s", (source) => {
    expect(judgePattern(source)).toBeUndefined();
  });

  it.each([
    "(a+)+$",
    "(a+)+",
    "^(a|a)*$",
    "(a|ab|b)*c",
    "^(a|aa)+$",
    "^(a|a?)+$",
    "(\\w|\\d)+$",
    "(.*)*",
    "(?:.*)+x",
    "(a*)*",
    "(a?)*?b*(?:c*)*",
    "([a-z]+)*X",
    "(x+x+)+y",
    "^(\\w+\\s?)*$",
    "(?:a?){30}a{30}",
    "(a{1,50}){1,50}$",
    "(?:a{500}|a){500}b",
    "(?:.*,){20}x",
    "(?:a*){30}b",
    "\\d+\\d+\\d+\\d+X",
    ".*.*=.*",
    ".*foo.*bar",
    "^.*.*.*x$",
    "x*y*z*w?x*y*z*w?x*y*z*!",
    "(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b",
    `${"(?:a?)".repeat(30)}${"a".repeat(30)}`,
    `${"(|a|a)".repeat(20)}b`,
    `${"(?:|)".repeat(40)}b`,
    `(?:${"(?:|)".repeat(40)})*b`,
    `${"(?:$|$)".repeat(40)}b`,
    `(?:${"(?:a|$|$)".repeat(30)})*b`,
    "(a+)\\1+",
    "(?<x>a)\\k<x>",
    "(?=(a+)+$)",
    "^(?=(?:a|a)*b).",
    "(?!(?:a*)*b)",
    "^(?=.*.*.*x)",
    "(?:(?=a*b)a)*(?:(?=a*b)a)*",
    "(?=(a{1,50}){1,50}$)",
    "(?:(?=.*)a)*b",
    "(?<=a+)b",
    "(?<!(?:a|b)*)c",
    "(?<=(?:a|b)(?:a|b)(?:a|b)(?:a|b)(?:a|b)(?:a|b))c",
    "(a+?)+?$",
    "(?:a+|b+)*c",
    "([^]|x)*y",
    "(?:.|\\n|\\r)*(?:\\s|\\n)*x",
    "(?:.|\\s)*x",
    "(?:\\p{L}|[a-z])+$",
    "(?:\\p{L}|\\p{Script=Greek})+$",
    "(?:\\P{L}|[0-9])*x",
    "(?:\\p{Alphabetic}+\\p{L}*)+x",
    "(?<n>x+)+y",
    "(?:[\\w-.]+)+@",
    "(?:\\x61|\\u0061)*b",
    "(?:\\141|a)*\\-b",
    "(?:\\cA|\\x01)*\\-b",
    "(?:[\\cA]|\\x01)*\\-b",
    "(?:\\u{3}|uuu)*\\-b",
    "(?:\u{1f600}|\u{1f600})*b",
    "(?:\\ud83d\\ude00|\u{1f600})*b",
    "(?:\\u{1f600}|[\u{1f5ff}-\u{1f601}])*b",
    "a".repeat(1001),
    `${"(".repeat(31)}a${")".repeat(31)}`,
    `${"(?:".repeat(25)}${"){8}".repeat(25)}`,
    `${"(?:".repeat(25)}a${"){8}".repeat(25)}`,
    `${"(?:".repeat(25)}a|b${"){2,9}".repeat(25)}`,
    `${"(?:".repeat(25)}a*${"){2}".repeat(25)}`,
    `${"(".repeat(400)}a${")".repeat(400)}`,
    `(?:${Array.from({ length: 90 }, (_, at) => `${"ab"[at % 2]}*`).join("")})*c`,
    `${Array.from({ length: 300 }, () => "a?").join("")}`,
  ])("refuses what can take very long: %s", (source) => {
    expect(isRegExp(source, "u") || isRegExp(source, "")).toBe(true);
    expect(judgePattern(source)).toEqual(expect.any(String));
  });

  it.each([
    ["(a+)+$", "because `(a+)+` matches the same text in many ways: do not repeat what is itself repeated"],
    ["x(?:foo|\\w)*$", "because `(?:foo|\\w)*` matches the same text in many ways"],
    [".*foo\\s+.*bar", "because `.*` and `.*` share the same text in many ways: write fewer of them"],
    ["^a*(?:b|c)+a*a*a*$", "because `a*`, `a*` and `a*` share the same text in many ways"],
    ["(a|a)".repeat(20), "because its alternatives match the same text in many ways"],
    ["(a)\\1", "one that refers back to a group: write it without \\1"],
    ["(?<=a*)b", "one that looks back far"],
    [`${"(?:".repeat(31)}a${")".repeat(31)}`, "one with 31 groups in each other: write at most 30"],
    [`(?:${"[ab]?".repeat(150)})*`, "too many parts"],
    [`(?:${"ab|".repeat(40)}c)*`, "because `(?:ab|ab|ab|ab|ab|ab|ab|ab|ab|ab|ab|ab|a…` matches"],
  ])("says of %s what to write instead", (source, message) => {
    expect(judgePattern(source)).toContain(message);
  });

  it("reads a pattern as the engine does without the unicode flag", () => {
    // With `\-`, a pattern cannot have the flag, and `\p{L}` is a `p` with braces.
    expect(judgePattern("(?:\\p{L}|x)*\\-")).toBeUndefined();
    expect(judgePattern("(?:\\p{L}|p)*\\-")).toBeUndefined();
    expect(judgePattern("(?:\\p{L}|p\\{L})*\\-")).toEqual(expect.any(String));
    // Numbers are references only if there are so many groups.
    expect(judgePattern("(a)\\2\\-")).toBeUndefined();
    expect(judgePattern("(a)\\1\\-")).toContain("refers back");
    expect(judgePattern("\\k<a>\\-")).toBeUndefined();
    expect(judgePattern("(?<a>b)\\k<a>\\-")).toContain("refers back");
    expect(judgePattern("[(]\\1\\-")).toBeUndefined();
  });

  it("leaves what is no pattern to others", () => {
    for (const source of ["(", "[", "*", "(?<a>", "\\"]) expect(judgePattern(source)).toBeUndefined();
  });
});

describe("a pattern that is accepted", () => {
  it("takes steps that grow with the square of the text's length at most", () => {
    fc.assert(
      fc.property(PATTERNS, (pattern) => {
        const source = write(pattern);
        if (judgePattern(source) !== undefined) return;
        for (const text of TEXTS) {
          const [short, long] = [run(pattern, text(15)), run(pattern, text(60))];
          // A pattern that finds something in one of them does not do the same work in the other.
          if (short.found !== long.found && long.steps < MAX_STEPS) continue;
          // The square of 4 is 16, its cube 64.
          expect(long.steps, `${source} on ${text(3)}`).toBeLessThan(40 * short.steps);
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 50) * 10 },
    );
  });

  it("is what the matcher of this test matches", () => {
    fc.assert(
      fc.property(PATTERNS, fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 }), (pattern, text) => {
        const { found, steps } = run(pattern, text);
        if (steps < MAX_STEPS) expect(found).toBe(new RegExp(write(pattern), "u").test(text));
      }),
      { numRuns: 1000 },
    );
  });

  it("is told from one that takes longer", () => {
    const a: Pattern = { kind: "one", of: "a" };
    const many = (body: Pattern): Pattern => ({ kind: "repeat", body, min: 1, max: Infinity, lazy: false });
    const end: Pattern = { kind: "end" };
    const [short, long] = [8, 16].map((times) =>
      countSteps({ kind: "all", parts: [many(many(a)), end] }, `${"a".repeat(times)}!`),
    );
    expect(long).toBeGreaterThan(100 * (short ?? 0));
  });
});

type Pattern =
  | { readonly kind: "one"; readonly of: string }
  | { readonly kind: "end" }
  | { readonly kind: "all" | "any"; readonly parts: readonly Pattern[] }
  | { readonly kind: "ahead"; readonly body: Pattern; readonly negated: boolean }
  | {
      readonly kind: "repeat";
      readonly body: Pattern;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** What matches one character. */
const ONE: Readonly<Record<string, RegExp>> = { a: /a/, b: /b/, "[ab]": /[ab]/, ".": /./, "[^b]": /[^b]/ };

const PATTERNS: fc.Arbitrary<Pattern> = fc.letrec<{ pattern: Pattern }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant("one"), of: fc.constantFrom(...Object.keys(ONE)) }) },
    { weight: 1, arbitrary: fc.constant({ kind: "end" } as const) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom("all", "all", "any"),
        parts: fc.array(tie("pattern"), { minLength: 1, maxLength: 4 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({
          body: tie("pattern"),
          count: fc.constantFrom([0, Infinity], [1, Infinity], [0, 1], [2, 2], [1, 3], [0, 4], [3, Infinity]),
          lazy: fc.boolean(),
        })
        .map(({ body, count: [min = 0, max = 0], lazy }) => ({ kind: "repeat", body, min, max, lazy }) as const),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("ahead"), body: tie("pattern"), negated: fc.boolean() }) },
  ) as fc.Arbitrary<Pattern>,
})).pattern;

/** Texts that repeat something, and end in a way that few patterns match. */
const TEXTS = ["a", "b", "ab", "aab", "abb", "c"].flatMap((pumped) =>
  ["", "!", "\n"].map((end) => (times: number) => pumped.repeat(Math.ceil((2 * times) / pumped.length)) + end),
);

function write(pattern: Pattern): string {
  switch (pattern.kind) {
    case "one":
      return pattern.of;
    case "end":
      return "$";
    case "all":
      return `(?:${pattern.parts.map(write).join("")})`;
    case "any":
      return `(?:${pattern.parts.map(write).join("|")})`;
    case "ahead":
      return `(?:(?${pattern.negated ? "!" : "="}${write(pattern.body)}))`;
    case "repeat": {
      const { min, max, lazy } = pattern;
      const count = `{${min},${max === Infinity ? "" : max}}`;
      return `(?:${write(pattern.body)})${count}${lazy ? "?" : ""}`;
    }
  }
}

/** More steps than any accepted pattern takes here. */
const MAX_STEPS = 3_000_000;

function countSteps(pattern: Pattern, text: string): number {
  return run(pattern, text).steps;
}

/** Matches as the standard describes it: by trying one way after another, from each place in the text. */
function run(pattern: Pattern, text: string): { readonly found: boolean; readonly steps: number } {
  let steps = 0;
  const found = Array.from({ length: text.length + 1 }, (_, start) => start).some((start) =>
    match(pattern, start, () => true),
  );
  return { found, steps };

  function match(node: Pattern, at: number, then: (at: number) => boolean): boolean {
    steps += 1;
    if (steps > MAX_STEPS) return true;
    switch (node.kind) {
      case "one":
        return at < text.length && (ONE[node.of] as RegExp).test(text[at] as string) && then(at + 1);
      case "end":
        return at === text.length && then(at);
      case "all":
        return matchAll(node.parts, at, then);
      case "any":
        return node.parts.some((part) => match(part, at, then));
      case "ahead":
        return match(node.body, at, () => true) !== node.negated && then(at);
      case "repeat":
        return repeat(node, 0, at, then);
    }
  }

  function matchAll(parts: readonly Pattern[], at: number, then: (at: number) => boolean): boolean {
    const [first, ...rest] = parts;
    return first === undefined ? then(at) : match(first, at, (next) => matchAll(rest, next, then));
  }

  function repeat(
    node: Pattern & { readonly kind: "repeat" },
    done: number,
    at: number,
    then: (at: number) => boolean,
  ): boolean {
    const again = () =>
      done < node.max &&
      match(node.body, at, (next) => (next !== at || done < node.min) && repeat(node, done + 1, next, then));
    if (done < node.min) return again();
    return node.lazy ? then(at) || again() : again() || then(at);
  }
}
