import { expect, it } from "vitest";
import { projectStructured } from "./project-structured.js";

const text = (value: string) => ({ type: "text", text: value });
const LINK = { type: "resource_link", uri: "a:b", name: "b" };

it.each<[string, object[], unknown, object[]]>([
  ["an object without content", [], { a: 1 }, [text('{"a":1}')]],
  ["an object beside content without text", [LINK], { a: 1 }, [LINK, text('{"a":1}')]],
  ["an object beside text", [text("one")], { a: 1 }, [text("one")]],
  ["a number without content", [], 1, [text("1")]],
])("sends %s as text too, if there is no text", (_, content, structuredContent, expected) => {
  for (const revision of ["2024-11-05", "2025-11-25", "2026-07-28"]) {
    expect(projectStructured({ content, structuredContent }, {}, revision).content).toEqual(expected);
  }
});

it("wraps what is not an object for legacy revisions, and everything that its schema wraps", () => {
  const send = (structuredContent: unknown, revision: string, outputSchema = {}) =>
    projectStructured({ content: [text("")], structuredContent }, { outputSchema }, revision).structuredContent;
  expect(send(1, "2025-11-25")).toEqual({ result: 1 });
  expect(send({ a: 1 }, "2025-11-25", { anyOf: [] })).toEqual({ result: { a: 1 } });
  expect(send({ a: 1 }, "2025-11-25", { type: "object" })).toEqual({ a: 1 });
  expect(send(1, "2026-07-28")).toBe(1);
});
