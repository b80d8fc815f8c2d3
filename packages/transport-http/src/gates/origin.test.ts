import { describe, expect, test } from "vitest";
import { createOriginGuard, LOOPBACK_ORIGINS } from "./origin.js";

const request = (origin?: string) =>
  new Request("http://localhost/mcp", { headers: origin === undefined ? {} : { origin } });

describe("the origins of this machine", () => {
  const refused = createOriginGuard(LOOPBACK_ORIGINS);

  test.each([
    undefined,
    "http://localhost",
    "http://localhost:6274",
    "https://127.0.0.1:8443",
    "http://[::1]:1",
    "HTTP://LOCALHOST:80",
  ])("%s passes", (origin) => {
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
  ])("%j does not", (origin) => {
    expect(refused(request(origin))).toBe(origin);
  });
});

test("a list is meant to the port", () => {
  const refused = createOriginGuard(["https://app.example.com", "capacitor://localhost", "http://dev.example.com:*"]);
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

test("an entry that is no origin is an error that shows what one looks like", () => {
  expect(() => createOriginGuard(["example.com"])).toThrow(/such as "https:\/\/example.com".*not "example.com"/);
  expect(() => createOriginGuard(["*"])).toThrow(TypeError);
});

test("a wildcard stands for every name below it", () => {
  const refused = createOriginGuard(["https://*.example.com"]);
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
  expect(() => createOriginGuard(["https://a*.example.com"])).toThrow(TypeError);
});
