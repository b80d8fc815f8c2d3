import { expect, it } from "vitest";
import { whyPrivate } from "./why-private.js";

it.each([
  ["0.0.0.0", "an address of this machine"],
  ["0.255.255.255", "an address of this machine"],
  ["10.0.0.1", "a private address"],
  ["100.64.0.1", "an address of a provider's own network"],
  ["100.100.100.200", "an address of a provider's own network"],
  ["100.127.255.255", "an address of a provider's own network"],
  ["127.0.0.1", "a loopback address"],
  ["127.255.255.255", "a loopback address"],
  ["168.63.129.16", "an address of cloud metadata"],
  ["169.254.169.254", "a link-local address, which clouds use for metadata"],
  ["172.16.0.1", "a private address"],
  ["172.31.255.255", "a private address"],
  ["192.0.0.192", "a reserved address"],
  ["192.168.1.1", "a private address"],
  ["198.19.0.1", "an address for benchmarks"],
  ["203.0.113.7", "an address for documentation"],
  ["224.0.0.251", "a multicast address"],
  ["239.255.255.255", "a multicast address"],
  ["255.255.255.255", "a reserved address"],
  ["::", "an address of this machine"],
  ["::1", "a loopback address"],
  ["[::1]", "a loopback address"],
  ["0:0:0:0:0:0:0:1", "a loopback address"],
  ["::127.0.0.1", "a reserved address"],
  ["::ffff:127.0.0.1", "a loopback address"],
  ["[::ffff:7f00:1]", "a loopback address"],
  ["::FFFF:A9FE:A9FE", "a link-local address, which clouds use for metadata"],
  ["::ffff:0:127.0.0.1", "a reserved address"],
  ["64:ff9b::10.0.0.1", "a private address"],
  ["64:ff9b::a9fe:a9fe", "a link-local address, which clouds use for metadata"],
  ["64:ff9b:1::808:808", "a reserved address"],
  ["2002:7f00:1::", "a loopback address"],
  ["2002:c0a8:101::1", "a private address"],
  ["2001::1", "a reserved address"],
  ["2001:db8::1", "an address for documentation"],
  ["100::1", "a reserved address"],
  ["fc00::1", "a private address"],
  ["fd00:ec2::254", "a private address"],
  ["fe80::1", "a link-local address"],
  ["fe80::1%eth0", "a link-local address"],
  ["febf::1", "a link-local address"],
  ["fec0::1", "a private address"],
  ["ff02::1", "a multicast address"],
  ["localhost", "a local name"],
  ["LocalHost.", "a local name"],
  ["localhost..", "a local name"],
  ["app.localhost", "a local name"],
  ["printer.local", "a local name"],
  ["metadata.google.internal", "a local name"],
  ["redis", "a local name"],
])("%s is %s", (host, why) => {
  expect(whyPrivate(host)).toBe(why);
});

it.each([
  ...["1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0"],
  ...[
    "168.63.129.17",
    "169.253.255.255",
    "169.255.0.0",
    "172.15.255.255",
    "172.32.0.0",
    "192.0.1.0",
    "192.167.255.255",
  ],
  ...["192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700::1111", "[2a00:1450:4001::200e]"],
  ...["::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:4860:4860::8888", "2002:808:808::", "3ffe::1"],
  ...["example.com", "local.example", "localhost.example.com", "internal.example", "1.1.1.1.example"],
])("%s may be reached", (host) => {
  expect(whyPrivate(host)).toBeUndefined();
});

it("looks at each dot of a host once", () => {
  expect(whyPrivate(`a${".".repeat(1_000_000)}x`)).toBeUndefined();
  expect(whyPrivate(`a${".".repeat(1_000_000)}`)).toBe("a local name");
});
