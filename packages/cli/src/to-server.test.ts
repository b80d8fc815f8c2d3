import { defineServer, tool } from "@plainmcp/core";
import { registerManifest } from "@plainmcp/core/register";
import { expect, test } from "vitest";
import { toServer } from "./to-server.js";

class Clock {
  @tool
  now(): string {
    return "noon";
  }
}

class Bare {
  nothing(): void {}
}

abstract class Base {
  @tool
  now(): string {
    return "noon";
  }
}

registerManifest(Clock, {
  manifestVersion: 1,
  generator: "test",
  server: { name: "clock", version: "1.0.0" },
  classes: [
    {
      class: "Clock",
      file: "clock.ts",
      tools: [{ method: "now", name: "now", parameters: [], inputSchema: { type: "object" } }],
      resources: [],
      prompts: [],
    },
  ],
});

test.each([
  ["a class", Clock],
  ["an instance", new Clock()],
  ["an array", [Clock]],
  ["a definition", defineServer(Clock)],
])("takes %s", (_, value) => {
  expect(toServer(value, "it").registry().tools.size).toBe(1);
});

test.each<[unknown, string]>([
  [42, "it is number. It must be a decorated class"],
  [undefined, "it is undefined. It must be a decorated class"],
  [Object.create(null), "it is a plain object. It must be a decorated class"],
  [{ name: "weather", tools: [] }, "it is a plain object. It must be a decorated class"],
  [new Map(), "it is a plain object."],
  [[null], "element 0 of it is null. It must be"],
  [[Clock, [Clock]], "element 1 of it is a plain array."],
  [
    () => Clock,
    "it is a function. It must be a decorated class, an instance of one, or an array of them. If the function",
  ],
  [Promise.resolve(Clock), "it is a Promise. Await it: export default await"],
  [[Clock, Promise.resolve(Clock)], "element 1 of it is a Promise. Await it"],
  [Bare, "it is the class Bare, which cannot be served. Put @tool"],
  [new Bare(), "it is an instance of Bare, which cannot be served. Put @tool"],
  [
    Base,
    "it is the class Base, which cannot be served. Put @tool, @resource or @prompt on its methods; if it is abstract",
  ],
])("says what to export instead of %s", (value, message) => {
  expect(() => toServer(value, "it")).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringContaining(message) }),
  );
});

test("says what of a class cannot be registered", () => {
  expect(() => toServer([Clock, Clock], "it")).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringContaining('two methods offer the tool "now"') }),
  );
});
