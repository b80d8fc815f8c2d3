import { describe, expect, test } from "vitest";
import { exchangeOf } from "../../fixtures/exchange-of.js";
import { hostGate, LOOPBACK_HOSTS } from "./host.js";

/** Returns the host that the gate refuses. */
function refusedBy(allowed: readonly string[]): (request: Request) => string | undefined {
  const gate = hostGate(allowed, () => undefined);
  return (request) =>
    gate(exchangeOf(request)) === undefined ? undefined : (request.headers.get("host") ?? new URL(request.url).host);
}

const request = (host: string) => new Request("http://elsewhere/mcp", { headers: { host } });

describe("the hosts of this machine", () => {
  const refused = refusedBy(LOOPBACK_HOSTS);

  test.each(["localhost", "localhost:3000", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:65535", "[::1]", "[::1]:3000"])(
    "%s is allowed",
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
  ])("%j is refused", (host) => {
    expect(refused(request(host))).toBe(host);
  });
});

test("without the header, the host comes from the URL", () => {
  const refused = refusedBy(["example.com"]);
  expect(refused(new Request("https://example.com/mcp"))).toBeUndefined();
  expect(refused(new Request("https://evil.example.com/mcp"))).toBe("evil.example.com");
});

test("a name with a port allows that port only", () => {
  const refused = refusedBy(["Example.com:8443"]);
  expect(refused(request("example.com:8443"))).toBeUndefined();
  expect(refused(request("example.com:80"))).toBe("example.com:80");
  expect(refused(request("example.com"))).toBe("example.com");
});

test.each<[string, string[], string[]]>([
  ["MCP.Example.com", ["mcp.example.com", "mcp.EXAMPLE.com:8443"], ["example.com", "a.mcp.example.com"]],
  ["*.example.com", ["a.example.com", "a.b.example.com:1"], ["example.com", "aexample.com", "*.example.com"]],
  ["*.example.com:8443", ["a.example.com:8443"], ["a.example.com", "a.example.com:1"]],
  ["example.com:443", ["example.com", "example.com:443"], ["example.com:80"]],
  ["2001:DB8::1", ["[2001:db8::1]", "[2001:db8:0::1]:3000"], ["2001:db8::1", "[2001:db8::2]"]],
  ["[2001:db8::1]:3000", ["[2001:db8::1]:3000"], ["[2001:db8::1]"]],
  ["münchen.example", ["xn--mnchen-3ya.example"], ["munchen.example"]],
])("%s", (entry, passing, others) => {
  const refused = refusedBy([entry]);
  expect(passing.filter((host) => refused(request(host)) !== undefined)).toEqual([]);
  expect(others.filter((host) => refused(request(host)) === undefined)).toEqual([]);
});

test.each(["*", "a*.example.com", "a.example,b.example", "*.", "", "example.com:", "example.com/mcp", "[::1"])(
  "%j is an error",
  (entry) => {
    expect(() => refusedBy([entry])).toThrow(TypeError);
  },
);

test("an entry that is not a host is an error with examples", () => {
  expect(() => refusedBy(["https://example.com"])).toThrow(/such as "example.com".*not "https:\/\/example.com"/);
});
