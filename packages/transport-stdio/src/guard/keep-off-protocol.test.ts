import process from "node:process";
import { expect, test } from "vitest";
import { keepOffProtocol } from "./keep-off-protocol.js";

test.each([
  ["inherit", ["ignore", 2, "inherit"]],
  ["pipe", "pipe"],
  ["ignore", "ignore"],
  [undefined, undefined],
  [
    ["inherit", "inherit", "inherit", "ipc"],
    ["ignore", 2, "inherit", "ipc"],
  ],
  [
    [0, 1, 2],
    ["ignore", 2, 2],
  ],
  [
    ["pipe", "pipe", 1],
    ["pipe", "pipe", 2],
  ],
  [
    ["ignore", process.stdout],
    ["ignore", 2],
  ],
  [
    [process.stdin, null, undefined],
    ["ignore", null, undefined],
  ],
])("%j becomes %j", (stdio, expected) => {
  expect(keepOffProtocol(stdio)).toEqual(expected);
});
