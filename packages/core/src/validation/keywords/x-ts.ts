import { fail } from "../check.js";
import { isBase64 } from "../formats/base64.js";
import { isRegExp } from "../formats/regex.js";
import { type Keyword, readString } from "../site.js";

/** `x-ts`: the string must be one that its codec can decode, where the other keywords do not see to that. */
export const xTs: Keyword = (site) => {
  const known = TEXTS.get(readString(site, "x-ts"));
  if (known === undefined) return undefined;
  const { keyword, test, expected } = known;
  return (value, run) => typeof value !== "string" || test(value) || fail(run, keyword, expected, value);
};

interface Text {
  readonly keyword: string;
  readonly test: (text: string) => boolean;
  readonly expected: string;
}

const BYTES: Text = { keyword: "contentEncoding", test: isBase64, expected: "bytes in base64, padded with =" };

const MAX_DIGITS = 100_000;

const TEXTS: ReadonlyMap<string, Text> = new Map([
  ["Uint8Array", BYTES],
  ["Buffer", BYTES],
  ["ArrayBuffer", BYTES],
  [
    "bigint",
    {
      keyword: "maxLength",
      // Reading decimal digits takes more than linear time: a million take a sixth of a second, ten million seconds.
      test: (text: string) => text.length <= MAX_DIGITS,
      expected: `an integer of at most ${MAX_DIGITS} digits`,
    },
  ],
  ["URL", { keyword: "format", test: (text: string) => URL.canParse(text), expected: "an absolute URL" }],
  [
    "RegExp",
    {
      keyword: "format",
      // People write `\-` and `\_`, which the strict unicode grammar refuses and JavaScript takes without the flag.
      test: (text: string) => isRegExp(text, "u") || isRegExp(text, ""),
      expected: "a JavaScript regular expression, without slashes",
    },
  ],
]);
