import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMessageMatcher } from "./create-message-matcher.js";
import { createForms } from "./forms.js";

describe("createMessageMatcher", () => {
  it.each([
    [["Sure?"], "Sure?", true],
    [["Sure?"], "Sure", false],
    [["", ""], "", true],
    [["", ""], "anything", true],
    [["Delete ", "?"], "Delete a.txt?", true],
    [["Delete ", "?"], "Delete ?", true],
    [["Delete ", "?"], "Delete a.txt", false],
    [["aa", "aa"], "aaa", false],
    [["a", "b", "c"], "abc", true],
    [["a", "b", "c"], "acb", false],
    [["a", "bc", "c"], "abc", false],
  ])("%j matches %j: %s", (parts, text, expected) => {
    expect(createMessageMatcher(parts)(text)).toBe(expected);
  });

  it("matches any text between its parts", () => {
    const strings = fc.array(fc.string(), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(strings, fc.infiniteStream(fc.string()), (parts, values) => {
        const text = parts.reduce((message, part) => message + values.next().value + part);
        expect(createMessageMatcher(parts)(text)).toBe(true);
      }),
    );
  });

  it("matches a long text without backtracking", () => {
    const parts = ["", ...Array<string>(1000).fill("ab"), "c"];
    expect(createMessageMatcher(parts)("a".repeat(1_000_000))).toBe(false);
  });
});

describe("createForms", () => {
  const of = (...names: string[]) => ({
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
  });
  const forms = createForms([
    { message: ["", ""], schema: of("anything") },
    { message: ["Delete ", "?"], schema: of("deleted") },
    { message: ["Delete all of ", "?"], schema: of("all") },
    { key: "sure", message: ["Delete all of it?"], schema: of("keyed") },
  ]);
  const fieldsOf = (message: string, key?: string) =>
    Object.keys(forms.find(message, key)?.requestedSchema.properties as object);

  it("finds the form with the longest literal text", () => {
    expect(fieldsOf("Delete a.txt?")).toEqual(["deleted"]);
    expect(fieldsOf("Delete all of a?")).toEqual(["all"]);
    expect(fieldsOf("Other")).toEqual(["anything"]);
  });

  it("prefers the form of a key, and finds it only by its key", () => {
    expect(fieldsOf("Delete all of it?", "sure")).toEqual(["keyed"]);
    expect(fieldsOf("Delete all of it?")).toEqual(["all"]);
    expect(fieldsOf("Delete all of it?", "other")).toEqual(["all"]);
  });

  it("finds nothing if there are no forms", () => {
    expect(createForms().find("Sure?")).toBeUndefined();
  });
});
