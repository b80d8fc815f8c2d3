import { describe, expect, it } from "vitest";
import { Library, libraryManifest } from "../library.fixture.js";
import { RegistrationError } from "../registration-error.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

const weather = () => defineServer(Weather, { manifest: weatherManifest() });
const library = () => defineServer(Library, { manifest: libraryManifest() });

describe("registerServers", () => {
  it("prefixes tools and prompts, but not URIs", () => {
    const { catalog, settings } = registryOf(defineServer({ w: weather(), "l.1": library() }));
    const { tools, prompts, resources, templates } = catalog.declared;
    expect([...tools.keys()]).toEqual(["w_add", "w_sum-all", "w_flat", "w_when", "w_explode"]);
    expect(tools.get("w_sum-all")?.definition.name).toBe("w_sum-all");
    expect([...prompts.keys()]).toEqual(["w_packing", "l.1_recommend"]);
    expect([...resources.keys()]).toEqual(["weather://all", "library://all"]);
    expect(templates).toHaveLength(2);
    expect(settings.server).toMatchObject({ name: "weather", version: "1.2.3" });
  });

  it("accepts a list of classes under a prefix, with one manifest and its own options", () => {
    const { classes } = libraryManifest();
    const manifest = { ...weatherManifest(), classes: [...weatherManifest().classes, ...classes] };
    const both = { all: [Weather, new Library()] };
    const { catalog, settings } = registryOf(
      defineServer(both, { manifest, info: { name: "both", instructions: "Look." } }),
    );
    const { tools, prompts } = catalog.declared;
    expect([tools.has("all_add"), prompts.has("all_recommend")]).toEqual([true, true]);
    expect(settings.server).toMatchObject({ name: "both", instructions: "Look." });
  });

  it("passes its manifest to inner definitions that have none", () => {
    const part = defineServer(Library);
    const manifest = weatherManifest();
    const shared = { ...manifest, classes: [...manifest.classes, ...libraryManifest().classes] };
    const whole = defineServer({ w: weather(), l: part }, { manifest: shared });
    expect(registryOf(whole).catalog.enabled().prompts.has("l_recommend")).toBe(true);
    part.disable("recommend");
    expect(registryOf(whole).catalog.enabled().prompts.has("l_recommend")).toBe(false);
  });

  it("can be enabled and disabled as a whole or in parts", async () => {
    const part = weather();
    const whole = defineServer({ w: part, l: library() });
    const { changes } = registryOf(whole).catalog;
    const heard: string[] = [];
    changes.subscribe(({ kind }) => void heard.push(kind));
    whole.disable("w_add", "library://all");
    expect([
      registryOf(whole).catalog.enabled().tools.has("w_add"),
      registryOf(part).catalog.enabled().tools.has("add"),
    ]).toEqual([false, false]);
    expect(registryOf(whole).catalog.enabled().resources.has("library://all")).toBe(false);
    part.enable("add");
    part.disable("packing");
    expect([...registryOf(whole).catalog.enabled().tools.keys()][0]).toBe("w_add");
    expect(registryOf(whole).catalog.enabled().prompts.has("w_packing")).toBe(false);
    expect(() => whole.disable("add")).toThrow(/no tool, prompt, resource or template "add"/);
    await new Promise((resolve) => setImmediate(resolve));
    expect(heard.sort()).toEqual(["prompts_list_changed", "resources_list_changed", "tools_list_changed"]);
  });

  it("reports everything wrong with all of them", () => {
    const problems = problemsOf(() =>
      registryOf(defineServer({ "no name": weather(), b: weather(), ["x".repeat(128)]: library(), d: Library })),
    );
    expect(problems).toEqual([
      expect.stringMatching(/^the prefix "no name" cannot begin a name/),
      expect.stringMatching(/^d: Library has no manifest/),
      'no name and b both offer the resource "weather://all"',
      'no name and b both offer the resource "weather://{city}/day/{day}"',
      expect.stringMatching(/^the name of the prompt "x+_recommend" is longer than 128 characters/),
    ]);
  });

  it("refuses colliding names of two prefixes", () => {
    const names = { a_w: weather(), a: defineServer({ w: weather() }) };
    expect(problemsOf(() => registryOf(defineServer(names)))).toContain('a_w and a both offer the tool "a_w_add"');
  });

  it("refuses an empty object", () => {
    expect(problemsOf(() => registryOf(defineServer({})))).toEqual(["no class was passed: pass at least one"]);
  });
});

function problemsOf(start: () => unknown): readonly string[] {
  try {
    start();
  } catch (error) {
    if (error instanceof RegistrationError) return error.problems;
    throw error;
  }
  throw new Error("It started.");
}
