import { describe, expect, it } from "vitest";
import { createQuestionKeys } from "./create-question-keys.js";
import { elicitQuestion } from "./elicit-question.js";
import { elicitUrlQuestion } from "./elicit-url-question.js";
import { createForms } from "./forms.js";
import { rootsQuestion } from "./roots-question.js";
import { sampleQuestion } from "./sample-question.js";

describe("elicitUrlQuestion", () => {
  it.each(["https://example.com/a?b", "http://localhost:3000/", "http://127.0.0.1/", "http://[::1]:80/"])(
    "takes %s",
    (url) =>
      expect(elicitUrlQuestion("Go", url, {}).request("modern").params).toEqual({ mode: "url", message: "Go", url }),
  );

  it.each([
    "",
    "example.com",
    "http://example.com",
    "javascript:alert(1)",
    "https://ada:pass@example.com",
    "file:///a",
  ])("refuses %j", (url) => expect(() => elicitUrlQuestion("Go", url, {})).toThrow(/needs an https: URL/));
});

describe("sampleQuestion", () => {
  it("accepts messages of both roles, and refuses content that models cannot read", () => {
    const image = { type: "image", data: "", mimeType: "image/png" } as const;
    const messages = [
      { role: "assistant", content: "Hi" },
      { role: "user", content: image },
    ] as const;
    expect(sampleQuestion({ messages, maxTokens: 1, temperature: 0 }, {}).request("legacy").params).toEqual({
      messages: [
        { role: "assistant", content: { type: "text", text: "Hi" } },
        { role: "user", content: image },
      ],
      maxTokens: 1,
      temperature: 0,
    });
    const link = { type: "resource_link", uri: "a:b", name: "a" } as const;
    expect(() => sampleQuestion({ messages: [{ role: "user", content: link }], maxTokens: 1 }, {})).toThrow(TypeError);
  });

  it.each([
    undefined,
    7,
    { role: "system", content: { type: "text", text: "a" }, model: "m" },
    { role: "user", content: { type: "text" }, model: "m" },
    { role: "user", content: "text", model: "m" },
    { role: "user", content: [{ type: "text", text: "a" }, null], model: "m" },
    { role: "user", content: { type: "text", text: "a" } },
  ])("refuses the answer %j", async (answer) => {
    expect(await sampleQuestion({ messages: "Hi", maxTokens: 1 }, {}).read(answer)).toHaveProperty("problem");
  });
});

describe("rootsQuestion", () => {
  it.each([
    undefined,
    {},
    { roots: {} },
    { roots: [{}] },
    { roots: [{ uri: 1 }] },
    { roots: [{ uri: "a:b", name: 1 }] },
  ])("refuses the answer %j", async (answer) => expect(await rootsQuestion({}).read(answer)).toHaveProperty("problem"));
});

const day = { type: "string", format: "date-time" };

describe("elicitQuestion", () => {
  it("accepts a form in the protocol's own terms, with the older titles of choices", async () => {
    const schema = {
      type: "object",
      properties: { size: { type: "string", enum: ["s", "l"], enumNames: ["Small", "Large"] } },
      required: ["size"],
    };
    const question = elicitQuestion("Size?", { schema }, createForms());
    expect(question.request("modern").params?.requestedSchema).toEqual(schema);
    const answer = { action: "accept", content: { size: "s" } };
    expect(await question.read(answer)).toEqual({ value: answer });
    expect(await question.read({ action: "accept", content: { size: "m" } })).toHaveProperty("problem");
  });

  it("shows a default, and returns only what the person answered", async () => {
    const age = { type: "integer", default: 30 };
    const schema = { type: "object", properties: { age, when: { ...day, default: "2026-01-31T12:00:00Z" } } };
    const optional = elicitQuestion("Age?", { schema }, createForms());
    expect(optional.request("modern").params?.requestedSchema).toEqual(schema);
    expect(await optional.read({ action: "accept", content: {} })).toEqual({
      value: { action: "accept", content: {} },
    });
    expect(await optional.read({ action: "accept" })).toEqual({ value: { action: "accept", content: {} } });
    const left = { action: "accept", content: { age: 30 } };
    expect(await optional.read(left)).toEqual({ value: left });
    const required = elicitQuestion("Age?", { schema: { ...schema, required: ["age"] } }, createForms());
    expect(await required.read({ action: "accept", content: {} })).toEqual({
      problem: expect.stringContaining('the property "age"'),
    });
  });
});

describe("createQuestionKeys", () => {
  it("numbers repeated names, and truncates long ones", () => {
    const next = createQuestionKeys();
    expect([next("a"), next("a"), next("b", "key"), next("a", "key"), next("x".repeat(200))]).toEqual([
      "a",
      "a (2)",
      "key",
      "key (2)",
      `${"x".repeat(100)}…`,
    ]);
  });

  it("never gives a name that a client could not answer", () => {
    const next = createQuestionKeys();
    expect([next("a", "__proto__"), next("b", "__proto__"), next("c", "constructor")]).toEqual([
      "a",
      "b",
      "constructor",
    ]);
  });
});
