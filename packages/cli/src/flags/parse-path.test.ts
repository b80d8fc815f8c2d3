import { expect, test } from "vitest";
import { parsePath } from "./parse-path.js";

test.each(["/", "/mcp", "/a b", "/é", "/a/../b", "/healthz/"])("%j is a path", (text) => {
  expect(parsePath(text)).toBe(text);
});

test.each(["", "mcp", "/mcp?x=1", "/#x", "/healthz", "http://localhost/mcp"])("%j is no path", (text) => {
  expect(parsePath(text)).toBeUndefined();
});
