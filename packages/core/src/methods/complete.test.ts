import { describe, expect, it } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { Library, libraryManifest } from "../library.fixture.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { offersOf } from "../primitives/offers-of.js";
import { registryOf } from "../registry/define-server.js";
import { input } from "../weather.fixture.js";

const METHOD = "completion/complete";
const MOOD = (value: string) => ({ ref: { type: "ref/prompt", name: "recommend" }, argument: { name: "mood", value } });

/** Completes the argument of a prompt by its type. */
function serveMood(mood: JsonSchema) {
  const manifest = libraryManifest({ complete: {} }, { inputSchema: input({ mood }, ["mood"]) });
  const { server, engine, send } = serveDirectly(Library, { manifest });
  return {
    complete: async (value: string) => (await send(METHOD, MOOD(value))).completion,
    hasMethod: METHOD in engine.methods.modern,
    canComplete: offersOf(registryOf(server).catalog).completions,
  };
}

describe("completion/complete", () => {
  it.each<[string, JsonSchema, readonly string[]]>([
    ["an enum", { enum: ["Happy", "hungry", "sad", 1, null] }, ["Happy", "hungry"]],
    ["one literal", { const: "huge" }, ["huge"]],
    [
      "alternatives",
      { anyOf: [{ const: "h1" }, { oneOf: [{ enum: ["h2", "h1"] }, { type: "string" }] }] },
      ["h1", "h2"],
    ],
  ])("completes by %s", async (_, schema, values) => {
    const { complete, canComplete } = serveMood(schema);
    expect(await complete("H")).toEqual({ values, total: values.length, hasMore: false });
    expect(canComplete).toBe(true);
  });

  it("is answered only if there is something to complete", async () => {
    expect(serveMood({ type: "string" })).toMatchObject({ hasMethod: false, canComplete: false });
    expect(serveMood({ const: "huge" })).toMatchObject({ hasMethod: true, canComplete: true });
  });

  it("has no values for text", async () => {
    const { send } = serveDirectly(Library, { manifest: libraryManifest() });
    expect(await send(METHOD, MOOD("H"))).toEqual({ completion: { values: [], total: 0, hasMore: false } });
  });

  it("gives methods no value of a variable that no URI can have", async () => {
    const library = new Library();
    library.completions = ["1"];
    const { send } = serveDirectly(library, { manifest: libraryManifest() });
    const completeBook = async (value: string, others = {}) =>
      (
        await send(METHOD, {
          ref: { type: "ref/resource", uri: "library://book/{id}" },
          argument: { name: "id", value },
          context: { arguments: others },
        })
      ).completion.values;
    for (const value of ["", "a", "..a", "."]) expect(await completeBook(value, { shelf: "a/b" })).toEqual(["1"]);
    for (const value of ["..", "a/b", "../", "..\\", "a\0"]) expect(await completeBook(value)).toEqual([]);
    expect(await completeBook("a", { shelf: "../x" })).toEqual([]);
  });

  it("completes booleans, and numbers of a union", async () => {
    expect((await serveMood({ type: ["boolean", "string"] }).complete("t")).values).toEqual(["true"]);
    expect((await serveMood({ enum: [1, 12, 2] }).complete("1")).values).toEqual(["1", "12"]);
  });

  it.each<[string, object, string]>([
    ["prompt", { ...MOOD(""), ref: { type: "ref/prompt", name: "toString" } }, "Unknown prompt: toString"],
    ["template", { ...MOOD(""), ref: { type: "ref/resource", uri: "a:{b}" } }, "Unknown resource template: a:{b}"],
    ["argument", { ...MOOD(""), argument: { name: "constructor", value: "" } }, 'of prompt "recommend": constructor'],
  ])("refuses an unknown %s", async (_, params, message) => {
    const { send } = serveDirectly(Library, { manifest: libraryManifest() });
    await expect(send(METHOD, params)).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining(message) },
    });
  });

  describe("by a method", () => {
    const library = new Library();
    const { send, reports } = serveDirectly(library, { manifest: libraryManifest() });
    const offer = async (completions: unknown) => {
      library.completions = completions;
      const ref = { type: "ref/resource", uri: "library://book/{id}" };
      return (await send(METHOD, { ref, argument: { name: "id", value: "" } })).completion;
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
    ])("reports only to the log that it returned %s", async (_, completions, message) => {
      await expect(offer(completions)).rejects.toMatchObject({ fault: { kind: "masked" } });
      expect(String(reports.splice(0)[0]?.error)).toMatch(message);
    });
  });
});
