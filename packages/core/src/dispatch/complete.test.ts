import { describe, expect, it } from "vitest";
import { Library, libraryManifest } from "../library.fixture.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { defineServer } from "../registry/define-server.js";
import { input } from "../weather.fixture.js";
import { canComplete } from "./can-complete.js";
import { complete } from "./complete.js";

const ofMood = (mood: JsonSchema) => {
  const manifest = libraryManifest({ complete: {} }, { inputSchema: input({ mood }, ["mood"]) });
  return defineServer(Library, { manifest }).registry();
};
const MOOD = (value: string) => ({
  ref: { type: "ref/prompt", name: "recommend" } as const,
  argument: { name: "mood", value },
});

describe("complete", () => {
  it.each<[string, JsonSchema, readonly string[]]>([
    ["an enum", { enum: ["Happy", "hungry", "sad", 1, null] }, ["Happy", "hungry"]],
    ["one literal", { const: "huge" }, ["huge"]],
    [
      "alternatives",
      { anyOf: [{ const: "h1" }, { oneOf: [{ enum: ["h2", "h1"] }, { type: "string" }] }] },
      ["h1", "h2"],
    ],
    ["text", { type: "string" }, []],
  ])("completes from %s", async (_, schema, values) => {
    expect(await complete(ofMood(schema), MOOD("H"))).toEqual({ values, total: values.length, hasMore: false });
    expect(canComplete(ofMood(schema))).toBe(values.length > 0);
  });

  it("completes booleans, and numbers of a union", async () => {
    expect((await complete(ofMood({ type: ["boolean", "string"] }), MOOD("t"))).values).toEqual(["true"]);
    expect((await complete(ofMood({ enum: [1, 12, 2] }), MOOD("1"))).values).toEqual(["1", "12"]);
  });

  describe("by a method", () => {
    const library = new Library();
    const errors: unknown[] = [];
    const onError = ({ error }: { error: unknown }) => void errors.push(error);
    const registry = defineServer(library, { manifest: libraryManifest(), onError }).registry();
    const offer = (completions: unknown) => {
      library.completions = completions;
      const ref = { type: "ref/resource", uri: "library://book/{id}" } as const;
      return complete(registry, { ref, argument: { name: "id", value: "" } });
    };
    const many = Array.from({ length: 101 }, (_, n) => `${n}`);

    it.each<[string, unknown, object]>([
      ["an array", ["a"], { values: ["a"], total: 1, hasMore: false }],
      ["a promise of a set", Promise.resolve(new Set(["a"])), { values: ["a"], total: 1, hasMore: false }],
      ["a hundred", many.slice(1), { values: many.slice(1), total: 100, hasMore: false }],
      ["too many", many, { values: many.slice(0, 100), total: 101, hasMore: true }],
      ["too many to count", many.values(), { values: many.slice(0, 100), hasMore: true }],
      ["nothing", undefined, { values: [], total: 0, hasMore: false }],
    ])("takes %s", async (_, completions, completion) => {
      expect(await offer(completions)).toEqual(completion);
    });

    it.each<[string, unknown, RegExp]>([
      ["a string", "abc", /must return a list or another iterable, not string/],
      ["null", null, /must return a list or another iterable, not null/],
      ["an object", { a: "1" }, /must return a list or another iterable, not object/],
      ["numbers", [1], /must be a string, not a number/],
      [
        "what fails",
        (async function* () {
          yield "1";
          throw new Error("secret");
        })(),
        /secret/,
      ],
    ])("says to the log only that it returned %s", async (_, completions, message) => {
      await expect(offer(completions)).rejects.toMatchObject({ kind: "internal" });
      expect(String(errors.splice(0)[0])).toMatch(message);
    });
  });
});
