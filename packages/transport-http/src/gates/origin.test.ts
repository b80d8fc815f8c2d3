import { describe, expect, test } from "vitest";
import { exchangeOf } from "../../fixtures/exchange-of.js";
import { LOOPBACK_ORIGINS, originGate } from "./origin.js";

/** Returns the origin that the gate refuses. */
function refusedBy(allowed: readonly string[]): (request: Request) => string | undefined {
  const gate = originGate(allowed, () => undefined);
  return (request) => (gate(exchangeOf(request)) === undefined ? undefined : (request.headers.get("origin") ?? ""));
}

const request = (origin?: string) =>
  new Request("http://localhost/mcp", { headers: origin === undefined ? {} : { origin } });

describe("the origins of this machine", () => {
  const refused = refusedBy(LOOPBACK_ORIGINS);

  test.each([
    undefined,
    "http://localhost",
    "http://localhost:6274",
    "https://127.0.0.1:8443",
    "http://[::1]:1",
    "HTTP://LOCALHOST:80",
  ])("%s is allowed", (origin) => {
    expect(refused(request(origin))).toBeUndefined();
  });

  test.each([
    "null",
    "https://evil.example.com",
    "http://localhost.evil.example.com",
    "http://localhost@evil.example.com",
    "http://evil@localhost",
    "http://localhost/path",
    "ftp://localhost",
    "file://",
    "localhost",
    "//localhost",
    "",
  ])("%j is refused", (origin) => {
    expect(refused(request(origin))).toBe(origin);
  });
});

test("an entry allows its port only", () => {
  const refused = refusedBy(["https://app.example.com", "capacitor://localhost", "http://dev.example.com:*"]);
  for (const origin of [
    "https://app.example.com",
    "capacitor://localhost",
    "http://dev.example.com:5173",
    "http://dev.example.com",
  ]) {
    expect(refused(request(origin))).toBeUndefined();
  }
  for (const origin of [
    "https://app.example.com:8443",
    "http://app.example.com",
    "http://localhost:3000",
    "capacitor://other",
  ]) {
    expect(refused(request(origin))).toBe(origin);
  }
});

test("an entry that is not an origin is an error with examples", () => {
  expect(() => refusedBy(["example.com"])).toThrow(/such as "https:\/\/example.com".*not "example.com"/);
  expect(() => refusedBy(["*"])).toThrow(TypeError);
});

test("a wildcard matches every name below it", () => {
  const refused = refusedBy(["https://*.example.com"]);
  for (const origin of ["https://a.example.com", "https://a.b.EXAMPLE.com"]) {
    expect(refused(request(origin))).toBeUndefined();
  }
  for (const origin of [
    "https://example.com",
    "http://a.example.com",
    "https://aexample.com",
    "https://a.example.com:1",
    "https://*.example.com",
  ]) {
    expect(refused(request(origin))).toBe(origin);
  }
  expect(() => refusedBy(["https://a*.example.com"])).toThrow(TypeError);
});
