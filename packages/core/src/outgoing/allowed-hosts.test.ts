import { describe, expect, it } from "vitest";
import { isAllowedHost } from "./allowed-hosts.js";
import { checkFetchOptions } from "./check-fetch-options.js";

describe("the option allowPrivate", () => {
  it.each([
    ["http://127.0.0.1:3000/a", ["127.0.0.1"], true],
    ["http://127.0.0.1:3000/a", ["127.0.0.1:3000"], true],
    ["http://127.0.0.1:3000/a", ["127.0.0.1:3001"], false],
    ["http://wiki.example/", ["WIKI.example"], true],
    ["http://wiki.example/", ["wiki.example:80"], true],
    ["https://wiki.example/", ["wiki.example:80"], false],
    ["https://wiki.example/", ["wiki.example:443"], true],
    ["http://wiki.example/", ["other.example", "wiki.example"], true],
    ["http://a.wiki.example/", ["wiki.example"], false],
    ["http://wiki.example.evil.example/", ["wiki.example"], false],
    ["http://[::1]:8080/", ["::1"], true],
    ["http://[::1]:8080/", ["[::1]:8080"], true],
    ["http://[::1]:8080/", ["[::1]:8081"], false],
    ["http://2130706433/", ["127.0.0.1"], true],
    ["http://wiki.example/", [], false],
    ["http://wiki.example/", true, true],
    ["http://wiki.example/", false, false],
    ["http://wiki.example/", undefined, false],
  ])("%s, with %j: %s", (url, allowPrivate, isAllowed) => {
    expect(isAllowedHost(new URL(url), allowPrivate)).toBe(isAllowed);
  });

  it.each([
    "http://wiki.example",
    "wiki.example/",
    "*.example",
    "me@wiki.example",
    "wiki.example?",
    "",
    "a b",
    "10.0.0.0/8",
  ])("cannot list %j", (host) => {
    const message = `allowPrivate must list hosts such as "wiki.example" or "127.0.0.1:8080", not ${JSON.stringify(host)}`;
    expect(() => checkFetchOptions({ allowPrivate: [host] })).toThrow(message);
  });

  it("can be nothing else", () => {
    expect(() => checkFetchOptions({ allowPrivate: "localhost" as never })).toThrow(
      "allowPrivate must be true, false or a list of hosts",
    );
  });
});

it.each([-1, 1.5, 11, Number.NaN, "2" as never])("the option retries cannot be %j", (retries) => {
  expect(() => checkFetchOptions({ retries })).toThrow("retries must be a whole number from 0 to 10");
});

it.each([0, 10])("the option retries can be %j", (retries) => {
  expect(() => checkFetchOptions({ retries })).not.toThrow();
});
