import picocolors from "picocolors";
import { expect, test } from "vitest";
import { EXIT_USAGE, ExitError, explainExit } from "./exit.js";

const plain = picocolors.createColors(false);

test("shows the message that was meant for the user", () => {
  const explained = explainExit(new ExitError(EXIT_USAGE, "file x.ts does not exist."), plain);
  expect(explained).toEqual({ text: "error: file x.ts does not exist.\n", exitCode: 2 });
});

test("tells programs in JSON, on one line", () => {
  const error = new ExitError(EXIT_USAGE, "weather.json is stale:\n  added tool now");
  const { text } = explainExit(error, plain, "json");
  expect(JSON.parse(text)).toEqual({ error: "weather.json is stale:\n  added tool now" });
  expect(text.indexOf("\n")).toBe(text.length - 1);
  expect(explainExit(new ExitError(EXIT_USAGE), plain, "json").text).toBe("");
  expect(JSON.parse(explainExit(new TypeError("x"), plain, "json").text).error).toMatch(
    /^x \(this is a bug in plainmcp\)\n/,
  );
});

test("adds nothing when everything has been said", () => {
  expect(explainExit(new ExitError(EXIT_USAGE), plain).text).toBe("");
});

test("shows what the operating system refused, without a stack", () => {
  const error = Object.assign(new Error("EACCES: permission denied, open 'dist'"), { syscall: "open" });
  expect(explainExit(error, plain)).toEqual({ text: "error: EACCES: permission denied, open 'dist'\n", exitCode: 1 });
});

test.each([new TypeError("x is undefined"), "x is undefined"])("takes the blame for anything else: %s", (error) => {
  const { text, exitCode } = explainExit(error, plain);
  expect(exitCode).toBe(1);
  expect(text).toMatch(/^error: x is undefined \(this is a bug in plainmcp\)\n.*x is undefined\n {4}at /);
});
