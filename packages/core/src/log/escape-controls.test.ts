import { expect, test } from "vitest";
import { escapeControls } from "./escape-controls.js";

test.each([
  ["\u001b[2J\u0007\u0000\u007f", "\\u001b[2J\\u0007\\u0000\\u007f"],
  ["a\r\nb\tc", "a\\r\\nb\\tc"],
  ["\u0085\u009b31m", "\\u0085\\u009b31m"],
  ["\u2028\u2029", "\\u2028\\u2029"],
  ["\u202egnp.exe\u2066\u2069\u200f", "\\u202egnp.exe\\u2066\\u2069\\u200f"],
  ["mcp\u200b.example\ufeff", "mcp\\u200b.example\\ufeff"],
  ["\ud83d", "\\ud83d"],
  ["\udc00 \ud83d", "\\udc00 \\ud83d"],
  ["tag \u{e0041}", "tag \\u{e0041}"],
])("%j becomes %s", (text, escaped) => {
  expect(escapeControls(text)).toBe(escaped);
});

test.each(["Zürich 🌦 数据 עברית", 'C:\\temp "quoted" %s', "e\u0301"])("%s stays as it is", (text) => {
  expect(escapeControls(text)).toBe(text);
});
