import { expect, test } from "vitest";
import { splitArguments } from "./split-arguments.js";

const FLAGS = { "shutdown-grace": { type: "string" }, help: { type: "boolean", short: "h" } } as const;

test.each([
  ["", "", ""],
  ["--port 80", "--port 80", ""],
  ["--port 80 -- --port 90 -- x", "--port 80", "--port 90 -- x"],
  ["-- --help", "", "--help"],
  ["x -- y", "x", "y"],
])("splits %j at the first --", (line, own, theirs) => {
  expect(splitArguments(words(line))).toEqual({ own: words(own), theirs: words(theirs) });
});

test.each([
  ["/data --verbose -x y", "", "/data --verbose -x y"],
  [
    "/data --shutdown-grace 2 --verbose -- --shutdown-grace 3 -h",
    "--shutdown-grace 2",
    "/data --verbose --shutdown-grace 3 -h",
  ],
  ["a --shutdown-grace=2 b", "--shutdown-grace=2", "a b"],
  ["-h a", "-h", "a"],
  ["a --shutdown-grace", "--shutdown-grace", "a"],
])("takes known flags only out of %j", (line, own, theirs) => {
  expect(splitArguments(words(line), FLAGS)).toEqual({ own: words(own), theirs: words(theirs) });
});

function words(line: string): string[] {
  return line === "" ? [] : line.split(" ");
}
