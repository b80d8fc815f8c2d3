import { expect, test } from "vitest";
import { toListenHost } from "./to-listen-host.js";

test.each(["localhost", "127.0.0.2", "0.0.0.0", "::", "fe80::1%eth0", "mcp.example.com", "münchen.example"])(
  "%s stays as it is",
  (host) => {
    expect(toListenHost(host)).toBe(host);
  },
);

test("an IPv6 address may have brackets", () => {
  expect(toListenHost("[::1]")).toBe("::1");
});

test.each(["http://localhost", "localhost:3000", "[::1]:3000", "[localhost]", "256.1.1.1", " ", "", "*", "a b"])(
  "%j is an error of the option",
  (host) => {
    const message = `host must be a name or an address, without scheme and port, but is ${JSON.stringify(host)}.`;
    expect(() => toListenHost(host)).toThrow(expect.objectContaining({ option: "host", message }));
  },
);
