import { describe, expect, test } from "vitest";
import { createOriginGuard, LOOPBACK_ORIGINS } from "./origin-guard.js";

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

test("a list replaces the default, to the port", () => {
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
