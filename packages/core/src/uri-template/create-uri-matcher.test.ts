import { describe, expect, it } from "vitest";
import { createUriMatcher } from "./create-uri-matcher.js";

describe("createUriMatcher", () => {
  it.each<[string, string, Record<string, string> | undefined]>([
    ["notes://{id}", "notes://7", { id: "7" }],
    ["notes://{id}", "notes://", undefined],
    ["notes://{id}", "notes://a/b", undefined],
    ["notes://{id}", "other://7", undefined],
    ["notes://{+id}", "notes://a%2Fb", { id: "a/b" }],
    ["notes://{id}", "notes://%zz", undefined],
    ["notes://{id}", "notes://Grüße, Welt", { id: "Grüße, Welt" }],
    ["x://{a}-{b}", "x://1-2-3", { a: "1-2", b: "3" }],
    ["x://{name}.{type}", "x://a.tar.gz", { name: "a.tar", type: "gz" }],
    ["x://{a,b}", "x://1,2", { a: "1", b: "2" }],
    ["x://{a,b}", "x://1,2,3", undefined],
    ["file:///{+path}", "file:///a/b?c#d", { path: "a/b?c#d" }],
    ["file:///{+path}.md", "file:///a/b.md", { path: "a/b" }],
    ["x://a{/b,c}", "x://a/1/2", { b: "1", c: "2" }],
    ["x://a{.b}", "x://a.1", { b: "1" }],
    ["x://a{;b,c}", "x://a;b=1;c=2", { b: "1", c: "2" }],
    ["x://a{#b}", "x://a#1/2", { b: "1/2" }],
    ["x://a{#b}", "x://a", {}],
    ["s://{term}{?limit}", "s://foo?limit=3", { term: "foo", limit: "3" }],
    ["s://{term}{?limit}", "s://foo", { term: "foo" }],
    ["s://{+p}{?q,n}", "s://a/b?n=1&q=x%20y", { p: "a/b", n: "1", q: "x y" }],
    ["s://{term}{?limit}", "s://foo?other=3", undefined],
    ["s://{term}{?limit}", "s://foo&limit=3", { term: "foo&limit=3" }],
    ["s://a?fixed=1{&q}", "s://a?fixed=1&q=2", { q: "2" }],
    ["s://a?fixed=1{&q}", "s://a?fixed=1", {}],
    ["s://a{?q}{#f}", "s://a?q=1#x#y", { q: "1", f: "x#y" }],
    ["s://{+a}{?q}{#f}", "s://b/c#x", { a: "b/c", f: "x" }],
    ["s://a{?q}{#f}", "s://a", {}],
    ["s://a{?q}", "s://a?q", { q: "" }],
    ["s://a{?q}", "s://a?q=a=b", { q: "a=b" }],
    ["x://{a}", `x://${"a".repeat(9000)}`, undefined],
  ])("reads %s from %s", (template, uri, variables) => {
    expect(createUriMatcher(template)(uri)).toEqual(variables);
  });

  it.each([
    ["notes://{id}", "notes://a%2Fb"],
    ["notes://{id}", "notes://a%2fb"],
    ["notes://{id}", "notes://.."],
    ["notes://{id}", "notes://%2e%2E"],
    ["notes://{id}", "notes://..%2F..%2Fetc%2Fpasswd"],
    ["notes://{id}", "notes://..%5C..%5Cetc"],
    ["notes://{id}", "notes://..\\x"],
    ["notes://{id}", "notes://a%00b"],
    ["notes://{id}", "notes://a\0b"],
    ["notes://{id}", "notes://\ud800"],
    ["notes://{id}", "notes://%C0%AE%C0%AE"],
    ["file:///{+path}", "file:///.."],
    ["file:///{+path}", "file:///a/../b"],
    ["file:///{+path}", "file:///a/%2E./b"],
    ["file:///{+path}", "file:///a%2F..%2Fb"],
    ["file:///{+path}", "file:///a%5c..%5cb"],
    ["file:///{+path}", "file:///a/b/.."],
    ["file:///{+path}", "file:///a%00.txt"],
    ["file:///{+path}.md", "file:///...md"],
    ["x://a{/b,c}", "x://a/1/.."],
    ["x://a{/b,c}", "x://a/1/2%2F3"],
    ["x://a{.b}", "x://a.a%2Fb"],
    ["x://a{;b}", "x://a;b=.."],
    ["x://a{?b}", "x://a?b=.."],
    ["x://a{?b}", "x://a?b=c%2Fd"],
    ["x://a{?b,c}", "x://a?b=1&c=%00"],
    ["x://a?z=1{&b}", "x://a?z=1&b=../c"],
    ["x://a{#b}", "x://a#../c"],
    ["x://a{#b}", "x://a#c%2Fd"],
  ])("knows no resource of %s at %j, whose value might lead elsewhere", (template, uri) => {
    expect(createUriMatcher(template)(uri)).toBeUndefined();
  });

  it.each<[string, string, Record<string, string>]>([
    ["notes://{id}", "notes://%252e%252e%252fetc", { id: "%2e%2e%2fetc" }],
    ["notes://{id}", "notes://...", { id: "..." }],
    ["notes://{id}", "notes://v1..v2", { id: "v1..v2" }],
    ["notes://{id}", "notes://.", { id: "." }],
    ["notes://{id}", "notes://a%5Cb", { id: "a\\b" }],
    ["file:///{+path}", "file:///.git/..x/./a", { path: ".git/..x/./a" }],
    ["x://a{?b}", "x://a?b=c/d", { b: "c/d" }],
    ["x://a?b={+c}", "x://a?b=d%2Fe", { c: "d/e" }],
  ])("still reads %s from %s", (template, uri, variables) => {
    expect(createUriMatcher(template)(uri)).toEqual(variables);
  });

  it.each([
    ["x://{a}{b}", "put a character between"],
    ["x://{a", "brace"],
    ["x://{}", "write a name"],
    ["x://{a b}", "write a name"],
    ["x://{a*}", "write {a}"],
    ["x://{a:3}", "write {a}"],
    ["x://{?a}/b", "must come last"],
  ])("refuses %s", (template, reason) => {
    expect(() => createUriMatcher(template)).toThrow(reason);
  });

  it("takes time linear in the URI, whatever it contains", () => {
    const match = createUriMatcher("x://{a}-{b}-{c}.{d}-{e}");
    for (const filler of ["-", "-.", "a-"]) {
      expect(match(`x://${filler.repeat(3000)}/`)).toBeUndefined();
    }
  });
});
