import { describe, expect, it } from "vitest";
import { tool } from "../decorators/tool.js";
import type { Manifest } from "../manifest/manifest.js";
import { registerManifest } from "../manifest/register-manifest.js";
import { RegistrationError } from "../registration-error.js";
import { input, manifestOf, tools, Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

function problemsOf(target: Parameters<typeof defineServer>[0], manifest?: Manifest): RegistrationError {
  try {
    registryOf(defineServer(target, manifest && { manifest }));
  } catch (error) {
    if (error instanceof RegistrationError) return error;
    throw error;
  }
  throw new Error("The registry was made, though a problem was expected");
}

describe("registerClasses", () => {
  it("accepts a class or an instance", () => {
    for (const target of [Weather, new Weather(), [Weather]]) {
      const { catalog, settings } = registryOf(defineServer(target, { manifest: weatherManifest() }));
      const { tools, resources, templates, prompts } = catalog.declared;
      expect([...tools.keys()]).toEqual(["add", "sum-all", "flat", "when", "explode"]);
      expect([...resources.keys()]).toEqual(["weather://all"]);
      expect(templates).toHaveLength(1);
      expect([...prompts.keys()]).toEqual(["packing"]);
      expect(settings.server).toMatchObject({ name: "weather", version: "1.2.3" });
    }
  });

  it("uses the manifest registered for the class, not the one of a base class", () => {
    class Base {
      @tool
      one(): void {}
    }
    class Derived extends Base {}
    registerManifest(
      Base,
      manifestOf({
        ...{ class: "Base", file: "base.ts", resources: [], prompts: [] },
        tools: [{ method: "one", name: "one", parameters: [], inputSchema: input({}) }],
      }),
    );
    expect([...registryOf(defineServer(Base)).catalog.declared.tools.keys()]).toEqual(["one"]);
    expect(problemsOf(Derived).problems).toEqual(["Derived has no manifest: its module was not compiled by plainmcp"]);
  });

  it("keeps our own keywords and fields out of the definitions", () => {
    const { tools, templates } = registryOf(defineServer(Weather, { manifest: weatherManifest() })).catalog.declared;
    expect(JSON.stringify(tools.get("when")?.definition)).not.toContain("x-ts");
    expect(Object.keys(tools.get("add")?.definition ?? {})).toEqual(["name", "inputSchema", "outputSchema"]);
    expect(templates[0]?.definition).toEqual({ name: "day", uriTemplate: "weather://{city}/day/{day}" });
  });

  it("includes the instructions of a shared manifest once", () => {
    class Other {}
    const shared = weatherManifest();
    const other = { class: "Other", file: "other.ts", tools: [], resources: [], prompts: [] };
    const manifest = { ...shared, classes: [...shared.classes, other] };
    expect(registryOf(defineServer([Weather, Other], { manifest })).settings.server.instructions).toBe(
      "Ask before you pack.",
    );
  });

  it("includes the instructions of only those classes in a manifest that are served", () => {
    class First {}
    class Second {}
    class Silent {}
    const entry = { file: "three.ts", tools: [], resources: [], prompts: [] };
    const manifest: Manifest = {
      ...{ manifestVersion: 1, generator: "test", server: { name: "three", version: "1.0.0" } },
      classes: [
        { class: "First", instructions: "The first.", ...entry },
        { class: "Second", instructions: "The second.", ...entry },
        { class: "Silent", ...entry },
      ],
    };
    const told = (...classes: (new () => object)[]) =>
      registryOf(defineServer(classes, { manifest })).settings.server.instructions;
    expect(told(Second)).toBe("The second.");
    expect(told(Silent)).toBeUndefined();
    expect(told(Second, Silent, First)).toBe("The second.\n\nThe first.");
  });

  it("takes the title of the first class whose manifest has one", () => {
    class First {}
    class Second {}
    class Third {}
    const entry = { file: "three.ts", tools: [], resources: [], prompts: [] };
    const register = (target: new () => object, title?: string) => {
      const server = { name: target.name, version: "1.0.0", ...(title !== undefined && { title }) };
      const classes = [{ class: target.name, ...entry }];
      registerManifest(target, { manifestVersion: 1, generator: "test", server, classes });
    };
    register(First);
    register(Second, "The second");
    register(Third, "The third");
    const served = registryOf(defineServer([First, Second, Third])).settings.server;
    expect(served).toEqual({ name: "First", version: "1.0.0", title: "The second" });
    expect(registryOf(defineServer([Second], { info: { title: "Mine" } })).settings.server.title).toBe("Mine");
  });

  it("replaces single fields of the server's info", () => {
    const options = { manifest: weatherManifest(), info: { name: "other" } };
    expect(registryOf(defineServer(Weather, options)).settings.server).toMatchObject({
      name: "other",
      version: "1.2.3",
    });
  });

  it("says what to do if there is no manifest", () => {
    const error = problemsOf(class Bare {});
    expect(error.problems).toEqual(["Bare has no manifest: its module was not compiled by plainmcp"]);
    expect(error.message).toContain("plainmcp serve FILE");
  });

  it("lists every mismatch, with the command that fixes them", () => {
    const [add, ...others] = tools;
    const error = problemsOf(
      Weather,
      weatherManifest({
        tools: [
          { ...add, name: "plus" } as never,
          ...others.slice(1),
          { method: "gone", name: "gone", parameters: [], inputSchema: input({}) },
        ],
        resources: [
          { method: "all", name: "all", uri: "weather://every", parameters: [], inputSchema: input({}) },
          { method: "packing", name: "packing", uri: "weather://x", parameters: [], inputSchema: input({}) },
        ],
        prompts: [],
      }),
    );
    expect(error.problems).toEqual([
      'Weather.add has the name "add" but "plus" in the manifest',
      "Weather.sum is decorated with @tool but is not in the manifest",
      'Weather.all has the URI "weather://all" but "weather://every" in the manifest',
      "Weather.day is decorated with @resource but is not in the manifest",
      "Weather.packing is decorated with @prompt but is a resource in the manifest",
      "Weather.gone is a tool in the manifest but is not decorated with @tool",
    ]);
    expect(error.message).toContain("plainmcp manifest src/weather.ts --out");
  });

  it("refuses a manifest of another version or class, and an empty list of classes", () => {
    const other = { ...weatherManifest(), manifestVersion: 2 } as unknown as Manifest;
    expect(problemsOf(Weather, other).message).toContain("has version 2, but this @plainmcp/core reads version 1");
    const two = manifestOf(
      { class: "A", file: "a.ts", tools: [], resources: [], prompts: [] },
      { class: "B", file: "b.ts", tools: [], resources: [], prompts: [] },
    );
    expect(problemsOf(Weather, two).problems).toEqual(["the manifest describes A, B but not Weather"]);
    expect(problemsOf([]).problems).toEqual(["no class was passed: pass at least one"]);
  });

  it.each<[string, object]>([
    ["no classes", { classes: 5 }],
    ["an empty class", { classes: [{}] }],
    ["a class without lists", { classes: [{ class: "Weather", file: "weather.ts" }] }],
    ["no server", { classes: [] }],
  ])("refuses a damaged manifest: %s", (_, rest) => {
    const damaged = { manifestVersion: 1, ...rest } as unknown as Manifest;
    expect(problemsOf(Weather, damaged).problems).toEqual([
      "the manifest of Weather is damaged: plainmcp did not write it like this",
    ]);
  });

  it("accepts a manifest with the type of an imported JSON file", () => {
    const manifest = { ...weatherManifest(), manifestVersion: 1 as number };
    expect(registryOf(defineServer(Weather, { manifest })).catalog.declared.tools.size).toBe(5);
  });

  it.each<[string, unknown, string]>([
    ["a promise", Promise.resolve(), "a promise is not a server: await it first"],
    ["an object", { a: 1 }, "a: 1 is not a server: pass a class or an instance of one"],
    [
      "an object without prototype",
      Object.create(null),
      "a plain object is not a server: pass a class or an instance of one",
    ],
    ["null in a list", [null], "null is not a server: pass a class or an instance of one"],
    ["an arrow function", () => 1, "the function () is not a server: pass a class or an instance of one"],
  ])("says what is wrong with %s", (_, target, problem) => {
    const error = problemsOf(target as object);
    expect(error.problems).toEqual([problem]);
    expect(error.message).not.toContain("plainmcp serve");
  });

  it("refuses two primitives with the same name", () => {
    const error = problemsOf([new Weather(), new Weather()], weatherManifest());
    expect(error.problems).toContain('two methods offer the tool "add": rename one with the decorator\'s options');
    expect(error.problems).toContain(
      'two methods offer the resource "weather://all": rename one with the decorator\'s options',
    );
  });

  it("tells to pass an instance of a class whose constructor fails", () => {
    class Keyed {
      readonly length: number;
      constructor(key: string) {
        this.length = key.length;
      }
    }
    const manifest = manifestOf({ class: "Keyed", file: "k.ts", tools: [], resources: [], prompts: [] });
    expect(problemsOf(Keyed, manifest).message).toMatch(/new Keyed\(\) failed .*pass an instance/);
  });

  it("does not construct a class that needs arguments by its manifest, but accepts an instance", () => {
    class Keyed {
      readonly key: string;
      constructor(key: string) {
        if (key === undefined) throw new Error("constructed without its key");
        this.key = key;
      }
    }
    const entry = { class: "Keyed", file: "k.ts", tools: [], resources: [], prompts: [] };
    const manifest = manifestOf({ ...entry, constructorParameters: ["key", "unit"] });
    expect(problemsOf(Keyed, manifest).problems).toEqual([
      "new Keyed() lacks key, unit: pass an instance, defineServer(new Keyed(…)), or give key, unit a default value each",
    ]);
    expect(registryOf(defineServer(new Keyed("k"), { manifest })).catalog.declared.tools.size).toBe(0);
  });

  it("says how to write a shared manifest again", () => {
    const shared = weatherManifest();
    const other = { class: "Other", file: "other.ts", tools: [], resources: [], prompts: [] };
    class Other {
      @tool
      grown(): void {}
    }
    const { remedy } = problemsOf(Other, { ...shared, classes: [...shared.classes, other] });
    const files = [...new Set(shared.classes.map(({ file }) => file)), "other.ts"].join(" ");
    expect(remedy).toBe(`Write the manifest again: plainmcp manifest ${files} --out manifest.json`);
  });

  it("notices a method that has more parameters than its manifest", () => {
    class Grown {
      @tool
      add(a: number, urgent: boolean, due = 0): string {
        return `${a} ${urgent} ${due}`;
      }
    }
    const entry = { method: "add", name: "add", parameters: [{ name: "a" }], inputSchema: input({ a: {} }) };
    const manifest = manifestOf({ class: "Grown", file: "grown.ts", resources: [], prompts: [], tools: [entry] });
    expect(problemsOf(Grown, manifest).problems).toEqual(["Grown.add takes 2 parameters but 1 in the manifest"]);
  });

  it("notices parameters that contradict design:paramtypes", () => {
    Reflect.defineMetadata("design:paramtypes", [String, Object], Weather.prototype, "add");
    try {
      expect(problemsOf(Weather, weatherManifest()).problems).toEqual([
        "Weather.add takes a string as a but a number in the manifest",
      ]);
      Reflect.defineMetadata("design:paramtypes", [Number], Weather.prototype, "add");
      expect(problemsOf(Weather, weatherManifest()).problems).toEqual([
        "Weather.add takes 1 parameters but 2 in the manifest",
      ]);
    } finally {
      Reflect.deleteMetadata("design:paramtypes", Weather.prototype, "add");
    }
  });
});
