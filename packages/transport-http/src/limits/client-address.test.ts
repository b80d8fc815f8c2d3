import { describe, expect, it } from "vitest";
import { clientAddressBy, proxyBy, type TrustProxy, toAccount } from "./client-address.js";

describe("The client of a request", () => {
  it.each<[trusted: TrustProxy, peer: string | undefined, forwarded: string | null, client: string | undefined]>([
    [0, "192.0.2.1", "198.51.100.7", "192.0.2.1"],
    [1, "192.0.2.1", "198.51.100.7", "198.51.100.7"],
    [1, "192.0.2.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"],
    [2, "192.0.2.1", "203.0.113.9, 198.51.100.7", "203.0.113.9"],
    [3, "192.0.2.1", "203.0.113.9, 198.51.100.7", "203.0.113.9"],
    [1, "192.0.2.1", null, "192.0.2.1"],
    [1, "192.0.2.1", "198.51.100.7:4711", "198.51.100.7"],
    [1, "192.0.2.1", "[2001:db8::1]:4711", "2001:db8::1"],
    [1, undefined, "198.51.100.7", "198.51.100.7"],
    [1, undefined, null, undefined],
    [["192.0.2.0/24"], "192.0.2.1", "203.0.113.9, 198.51.100.7", "198.51.100.7"],
    [["192.0.2.0/24", "198.51.100.7"], "192.0.2.1", "203.0.113.9, 198.51.100.7", "203.0.113.9"],
    [["192.0.2.0/24"], "::ffff:192.0.2.1", "203.0.113.9", "203.0.113.9"],
    [["192.0.2.0/24"], "203.0.113.1", "198.51.100.7", "203.0.113.1"],
    [["192.0.2.0/24"], "192.0.2.1", "unknown", "unknown"],
    [["192.0.2.0/24"], "192.0.2.1", "192.0.2.2", "192.0.2.2"],
    [["192.0.2.0/24"], undefined, "203.0.113.9, 198.51.100.7", "198.51.100.7"],
    [[], "192.0.2.1", "198.51.100.7", "192.0.2.1"],
  ])("trusting %j, at %s with %j: %s", (trusted, peer, forwarded, client) => {
    expect(clientAddressBy(trusted)(peer, forwarded)).toBe(client);
  });

  it.each<[TrustProxy, RegExp]>([
    [-1, /a whole number, not -1/],
    [1.5, /a whole number, not 1.5/],
    [["loopback"], /addresses such as "10.0.0.0\/8", not "loopback"/],
    [["10.0.0.0/40"], /not "10.0.0.0\/40"/],
  ])("cannot be found by %j", (trusted, message) => {
    expect(() => clientAddressBy(trusted)).toThrow(message);
  });
});

it.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::ffff", "2001:db8:1:2::/64"],
  ["2001:db8:1:3::1", "2001:db8:1:3::/64"],
  ["::1", "0:0:0:0::/64"],
  ["not:an:address", "not:an:address"],
])("%s counts as %s", (address, account) => {
  expect(toAccount(address)).toBe(account);
});

it.each<[TrustProxy | undefined, boolean]>([
  [undefined, false],
  [0, false],
  [1, true],
  [["192.0.2.0/24"], true],
  [["198.51.100.0/24"], false],
])("trusting %j, 192.0.2.1 is a proxy: %j", (trusted, isProxy) => {
  expect(proxyBy(trusted)("192.0.2.1")).toBe(isProxy);
});
