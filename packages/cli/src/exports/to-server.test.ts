import { defineServer, tool } from "@plainmcp/core";
import { registryOf } from "@plainmcp/core/internal/engine";
import { registerManifest } from "@plainmcp/core/internal/register";
import { expect, test } from "vitest";
import { CLOCK_MANIFEST, Clock } from "./clock.fixture.js";
import { toServer } from "./to-server.js";

class Bare {
  nothing(): void {}
}

abstract class Base {
  @tool
  now(): string {
    return "noon";
  }
}

function makeClock(): Clock {
  return new Clock();
}

registerManifest(Clock, CLOCK_MANIFEST);

test.each([
  ["a class", Clock],
  ["an instance", new Clock()],
  ["an array", [Clock]],
  ["servers under prefixes", { clock: Clock }],
  ["a definition", defineServer(Clock)],
])("takes %s", (_, value) => {
  expect(registryOf(toServer(value, "it")).catalog.declared.tools.size).toBe(1);
});

test.each<[unknown, string]>([
  [42, "it is number. It must be a decorated class"],
  [undefined, "it is undefined. It must be a decorated class"],
  [[null], "null is not a server: pass a class or an instance of one"],
  [Object.create(null), "a plain object is not a server: pass a class or an instance of one"],
  [{ name: "weather", tools: [] }, "name: weather is not a server: pass a class or an instance of one"],
  [Promise.resolve(Clock), "a promise is not a server: await it first"],
  [
    () => Clock,
    "it is a function. It must be a decorated class, an instance of one, an array of them, or an object of them by their prefixes. If it makes",
  ],
  [makeClock, "it is a function."],
  [[Clock, makeClock], "element 1 of it is a function."],
  [Bare, "it is the class Bare, which has nothing to serve. Put @tool"],
  [new Bare(), "it is an instance of the class Bare, which has nothing to serve. Put @tool"],
  [Base, "it is the class Base, which is abstract or generic. Export a class that extends it."],
])("says what to export instead of %s", (value, message) => {
  const unserved = [{ name: "Base", reason: "template" as const, file: "base.ts", exports: [] }];
  expect(() => toServer(value, "it", { unserved })).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringContaining(message) }),
  );
});

test("says what of a class cannot be registered", () => {
  expect(() => toServer([Clock, Clock], "it")).toThrow(
    expect.objectContaining({ exitCode: 1, message: expect.stringContaining('two methods offer the tool "now"') }),
  );
});
