import { describe, expect, it } from "vitest";
import { tool } from "../decorators/tool.js";
import { Library, libraryManifest } from "../library.fixture.js";
import { input, manifestOf, Weather, weatherManifest } from "../weather.fixture.js";
import { defineServer, registryOf } from "./define-server.js";

class Clock {
  @tool
  now(): string {
    return "noon";
  }

  @tool
  zone(): string {
    return "UTC";
  }
}

const CLOCK = manifestOf({
  ...{ class: "Clock", file: "src/clock.ts", resources: [], prompts: [] },
  tools: ["now", "zone"].map((name) => ({ method: name, name, parameters: [], inputSchema: input({}) })),
});

function join() {
  const weather = defineServer(Weather, { manifest: weatherManifest() });
  const library = defineServer(Library, { manifest: libraryManifest() });
  const whole = defineServer({ w: weather, l: library });
  return { weather, whole, catalog: registryOf(whole).catalog };
}

describe("the primitives of several servers", () => {
  it("are the same objects while others are disabled, and after they are enabled again", () => {
    const { weather, whole, catalog } = join();
    const { tools, prompts, resources, templates } = catalog.declared;
    expect(catalog.enabled()).toBe(catalog.declared);
    weather.disable("add");
    whole.disable("library://all", "l_recommend", "library://book/{id}");
    const enabled = catalog.enabled();
    expect(catalog.enabled()).toBe(enabled);
    expect([...enabled.tools]).toEqual([...tools].filter(([name]) => name !== "w_add"));
    for (const [name, found] of enabled.tools) expect(found).toBe(tools.get(name));
    expect(enabled.prompts.get("w_packing")).toBe(prompts.get("w_packing"));
    expect(enabled.resources.get("weather://all")).toBe(resources.get("weather://all"));
    expect(enabled.templates).toHaveLength(1);
    expect(enabled.templates[0]).toBe(templates[0]);
    weather.enable("add");
    expect(catalog.enabled().tools.get("w_add")).toBe(tools.get("w_add"));
    expect([...catalog.enabled().tools.keys()]).toEqual([...tools.keys()]);
  });

  it("stay the same objects in nested servers", () => {
    const { weather, whole } = join();
    const { catalog } = registryOf(defineServer({ house: whole }));
    const add = catalog.declared.tools.get("house_w_add");
    expect(add?.definition.name).toBe("house_w_add");
    weather.disable("when");
    expect(catalog.enabled().tools.has("house_w_when")).toBe(false);
    expect(catalog.enabled().tools.get("house_w_add")).toBe(add);
  });

  it("may come from one server under two prefixes", () => {
    const clock = defineServer(Clock, { manifest: CLOCK });
    const { catalog } = registryOf(defineServer({ a: clock, b: clock }));
    const names = () => [...catalog.enabled().tools.keys()];
    expect(names()).toEqual(["a_now", "a_zone", "b_now", "b_zone"]);
    clock.disable("zone");
    expect(names()).toEqual(["a_now", "b_now"]);
  });
});
