import { describe, expect, test } from "vitest";
import { createHostGuard, LOOPBACK_HOSTS } from "./host-guard.js";

const request = (host: string) => new Request("http://elsewhere/mcp", { headers: { host } });

describe("the hosts of this machine", () => {
  const refused = createHostGuard(LOOPBACK_HOSTS);

  test.each(["localhost", "localhost:3000", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535", "[::1]", "[::1]:3000"])(
    "%s passes",
    (host) => {
      expect(refused(request(host))).toBeUndefined();
    },
  );

  test.each([
    "evil.example.com",
    "localhost.evil.example.com",
    "evil.localhost",
    "localhost@evil.example.com",
    "localhost:3000:3000",
    "localhost:",
    "localhost/",
    "::1",
    "[::1",
    "127.0.0.2",
    "0.0.0.0",
    "a b",
    "",
  ])("%j does not", (host) => {
    expect(refused(request(host))).toBe(host);
  });
});

test("without the header, the URL tells the host", () => {
  const refused = createHostGuard(["example.com"]);
  expect(refused(new Request("https://example.com/mcp"))).toBeUndefined();
  expect(refused(new Request("https://evil.example.com/mcp"))).toBe("evil.example.com");
});

test("a name with a port is that port only", () => {
  const refused = createHostGuard(["Example.com:8443"]);
  expect(refused(request("example.com:8443"))).toBeUndefined();
  expect(refused(request("example.com:80"))).toBe("example.com:80");
  expect(refused(request("example.com"))).toBe("example.com");
});

test("an entry that is no host is an error that shows what one looks like", () => {
  expect(() => createHostGuard(["https://example.com"])).toThrow(/such as "example.com".*not "https:\/\/example.com"/);
});
