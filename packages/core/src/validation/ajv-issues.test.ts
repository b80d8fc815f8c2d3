import { describe, expect, it } from "vitest";
import { fromAjvText } from "./ajv-issues.js";

describe("fromAjvText", () => {
  it.each<[text: string, value: unknown, issues: readonly (readonly [path: string, message: string])[]]>([
    ["data must be object", 1, [["", "must be object"]]],
    [
      "data/a must be string, data/b/0 must be number",
      { a: 1, b: [""] },
      [
        ["/a", "must be string"],
        ["/b/0", "must be number"],
      ],
    ],
    ["data/first name must be string", { "first name": 1 }, [["/first name", "must be string"]]],
    [
      "data/a must be string must be string",
      { "a must be string": 1, a: 1 },
      [["/a must be string", "must be string"]],
    ],
    ["data/a~1b~0c/ must be string", { "a/b~c": { "": 1 } }, [["/a~1b~0c/", "must be string"]]],
    ["data/x, data/y must be string", { "x, data": { y: 1 } }, [["/x, data/y", "must be string"]]],
    ["data must have required property 'a, data/b'", {}, [["", "must have required property 'a, data/b'"]]],
    ["data boolean schema is false", {}, [["", "boolean schema is false"]]],
    ["something else", {}, [["", "something else"]]],
  ])("%s", (text, value, issues) => {
    expect(fromAjvText(text, value).map(({ path, message }) => [path, message])).toEqual(issues);
  });

  it("stops after ten issues", () => {
    const value = Array.from({ length: 1000 }, () => 1);
    const text = value.map((_, index) => `data/${index} must be string`).join(", ");
    expect(fromAjvText(text, value)).toHaveLength(20);
  });
});
