import { expect, test } from "vitest";
import { parsePort } from "./parse-port.js";

test.each([
  ["0", 0],
  ["3000", 3000],
  ["65535", 65_535],
])("%s is a port", (text, port) => {
  expect(parsePort(text)).toBe(port);
});

test.each(["65536", "-1", "1.5", "0x10", "1e3", " 80", "", "http"])("%j is no port", (text) => {
  expect(parsePort(text)).toBeUndefined();
});
