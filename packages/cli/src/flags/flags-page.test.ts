import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Flag, type FlagTable, toHelp } from "./flag.js";
import { httpFlags } from "./http-flags.js";
import { stdioFlags } from "./stdio-flags.js";

// UPDATE=1 writes the tables of the page again.
const PAGE = new URL("../../../../docs/reference/flags.md", import.meta.url);

test("the page on flags has both tables", () => {
  const page = readFileSync(PAGE, "utf8");
  const [text] = page.split("\n## ", 1);
  const expected = [text, "## HTTP\n", ...toRows(httpFlags), "\n## stdio\n", ...toRows(stdioFlags), ""].join("\n");
  if (process.env.UPDATE) writeFileSync(PAGE, expected);
  else expect(page).toBe(expected);
});

function toRows<Options>(table: FlagTable<Options>): readonly string[] {
  return [
    "| flag | variable | option in code | what it does | default |",
    "| --- | --- | --- | --- | --- |",
    ...Object.entries<Flag>(table).map(([option, flag]) => {
      const inCode = flag.isOption === false ? "none" : `\`${option}\``;
      return `| \`${flag.flag}\` | \`${flag.env}\` | ${inCode} | ${toHelp(flag, [])} | ${flag.default ?? "none"} |`;
    }),
  ];
}
