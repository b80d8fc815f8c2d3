import { describe, expect, it } from "vitest";
import { type Block, type Bytes, isIn, toBlock, toBytes } from "./ip-address.js";

const zeros = (count: number) => new Array<number>(count).fill(0);

it.each<[text: string, bytes: Bytes]>([
  ["192.0.2.1", [192, 0, 2, 1]],
  ["::", zeros(16)],
  ["::1", [...zeros(15), 1]],
  ["[2001:db8::ff00]", [0x20, 1, 0xd, 0xb8, ...zeros(10), 0xff, 0]],
  ["fe80::1%eth0", [0xfe, 0x80, ...zeros(13), 1]],
  ["::ffff:192.0.2.1", [...zeros(10), 255, 255, 192, 0, 2, 1]],
])("%s is an address", (text, bytes) => {
  expect(toBytes(text)).toEqual(bytes);
});

it.each([
  "",
  "localhost",
  "1.2.3",
  "1.2.3.4.5",
  "256.1.1.1",
  "1.2.3.-4",
  "::1::",
  "2001:db8",
  "12345::",
  "x::",
  "[::1]:80",
])("%j is none", (text) => {
  expect(toBytes(text)).toBeUndefined();
});

describe("A block", () => {
  it.each<[address: string, block: string, isInside: boolean]>([
    ["10.1.2.3", "10.0.0.0/8", true],
    ["11.1.2.3", "10.0.0.0/8", false],
    ["192.0.2.130", "192.0.2.128/25", true],
    ["192.0.2.127", "192.0.2.128/25", false],
    ["192.0.2.1", "192.0.2.1", true],
    ["192.0.2.2", "192.0.2.1", false],
    ["2001:db8:1::9", "2001:db8::/32", true],
    ["2001:db9::1", "2001:db8::/32", false],
    ["10.0.0.1", "::/0", false],
  ])("%s in %s: %j", (address, block, isInside) => {
    expect(isIn(toBytes(address) as Bytes, toBlock(block) as Block)).toBe(isInside);
  });

  it.each(["10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/x", "::/129", "private", "10.0.0.0/8/8x"])(
    "%j is no block",
    (text) => {
      expect(toBlock(text)).toBeUndefined();
    },
  );
});
