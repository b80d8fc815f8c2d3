import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createUriExpander, UnreadableUriError } from "./create-uri-expander.js";
import { createUriMatcher } from "./create-uri-matcher.js";

describe("createUriExpander", () => {
  it.each<[string, Record<string, string>, string]>([
    ["note://{id}", { id: "1" }, "note://1"],
    ["note://{id}/{part}", { id: "a\\b", part: "ü ?" }, "note://a%5Cb/%C3%BC%20%3F"],
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

  it("requires the variables of the path", () => {
    expect(() => createUriExpander("note://{id}")({})).toThrow(new Error('The variable "id" is missing.'));
  });

  it.each<[string, Record<string, string>, string]>([
    ["note://{id}", { id: "" }, 'The variable "id" is empty.'],
    ["note://{id}", { id: "a/b" }, 'The variable "id" is "a/b", which contains a slash: only a variable such as'],
    ["note://{id}", { id: ".." }, 'The variable "id" is "..", which has the segment "..".'],
    ["note://{id}", { id: "..\\a" }, 'which has the segment "..".'],
    ["note://{id}", { id: "a\0" }, 'The variable "id" is "a\\u0000", which contains a NUL character.'],
    ["note://{id}", { id: "\ud800" }, "which contains half of a character"],
    ["file:///{+path}", { path: "a/../b" }, 'The variable "path" is "a/../b", which has the segment "..".'],
    ["x://y{?a}", { a: "a/b" }, 'The variable "a" is "a/b", which contains a slash'],
    ["x://y{#a}", { a: "../b" }, 'which has the segment "..".'],
    ["note://{id}", { id: "a".repeat(9000) }, "The URI is longer than 8192 characters."],
  ])("makes no URI of %s that its matcher refuses: %j", (template, variables, message) => {
    const expand = createUriExpander(template);
    expect(() => expand(variables)).toThrow(UnreadableUriError);
    expect(() => expand(variables)).toThrow(message);
  });

  it.each([
    "x://{a}",
    "x://{+a}",
    "x://y/{a}/z",
    "x://{a,b}",
    "x://{+a}{?b}",
    "x://{a}{;b}",
    "x://y{?a,b}",
    "x://y{#a}",
  ])("makes of any values what is read back to them, or nothing: %s", (template) => {
    const special = fc.constantFrom("..", "/", "\\", "\0", "%2F", "\ud800", ".", "a");
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 20, unit: "grapheme" }),
      fc.array(special, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
    );
    const [expand, match] = [createUriExpander(template), createUriMatcher(template)];
    fc.assert(
      fc.property(text, text, (a, b) => {
        const variables = template.includes("b") ? { a, b } : { a };
        let uri: string;
        try {
          uri = expand(variables);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableUriError);
          return;
        }
        expect(match(uri)).toEqual(variables);
      }),
    );
  });
});
