import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUriExpander } from "./create-uri-expander.js";
import { createUriMatcher } from "./create-uri-matcher.js";

describe("createUriExpander", () => {
  it.each<[string, Record<string, string>, string]>([
    ["note://{id}", { id: "1" }, "note://1"],
    ["note://{id}/{part}", { id: "a/b", part: "ü ?" }, "note://a%2Fb/%C3%BC%20%3F"],
    ["file:///{+path}", { path: "a/b c.txt" }, "file:///a/b%20c.txt"],
    ["x://{a,b}", { a: "1,2", b: "3" }, "x://1%2C2,3"],
    ["x://y{/a,b}", { a: "1", b: "2" }, "x://y/1/2"],
    ["x://y{;a}", { a: "1" }, "x://y;a=1"],
    ["x://y{?a,b}", { b: "1&2" }, "x://y?b=1%262"],
    ["x://y{?a,b}", {}, "x://y"],
    ["x://y?z=1{&a}", { a: "1" }, "x://y?z=1&a=1"],
    ["x://y{#part}", { part: "a/b" }, "x://y#a/b"],
  ])("fills in %s", (template, variables, uri) => {
    expect(createUriExpander(template)(variables)).toBe(uri);
    expect(createUriMatcher(template)(uri)).toEqual(variables);
  });

  it.each([{}, { id: "" }])("requires the variables of the path: %j", (variables) => {
    expect(() => createUriExpander("note://{id}")(variables)).toThrow(/"id" is missing/);
  });

  it.each(["x://{a}", "x://{+a}", "x://y/{a}/z", "x://{a,b}", "x://{+a}{?b}", "x://{a}{;b}", "x://y{?a,b}"])(
    "makes of any values what is read back to them: %s",
    (template) => {
      const text = fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }).filter(isWellFormed);
      const [expand, match] = [createUriExpander(template), createUriMatcher(template)];
      fc.assert(
        fc.property(text, text, (a, b) => {
          const variables = template.includes("b") ? { a, b } : { a };
          expect(match(expand(variables))).toEqual(variables);
        }),
      );
    },
  );
});

function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
