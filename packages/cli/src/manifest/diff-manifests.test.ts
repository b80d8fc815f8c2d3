import type { Manifest, ToolManifest } from "@plainmcp/core/manifest";
import { describe, expect, test } from "vitest";
import { diffManifests } from "./diff-manifests.js";

function tool(name: string, description = "Does something."): ToolManifest {
  return { method: name, name, description, parameters: [], inputSchema: { type: "object" } };
}

function manifest(...tools: readonly ToolManifest[]): Manifest {
  return {
    manifestVersion: 1,
    generator: "test",
    server: { name: "weather", version: "1.0.0" },
    classes: [{ class: "Weather", file: "weather.ts", tools, resources: [], prompts: [] }],
  };
}

describe("diffManifests", () => {
  test("finds nothing in the same contract, whatever the order of its keys", () => {
    const { classes, ...rest } = manifest(tool("current"));
    expect(diffManifests({ classes, ...rest }, manifest(tool("current")))).toEqual([]);
  });

  test("names what was added and removed", () => {
    expect(diffManifests(manifest(tool("current")), manifest(tool("forecast")))).toEqual([
      "added tool forecast (Weather)",
      "removed tool current (Weather)",
      "at /classes/0/tools/0/method",
      "at /classes/0/tools/0/name",
    ]);
  });

  test("names what was changed and points to it", () => {
    const before = manifest(tool("current"), tool("forecast"));
    const after = manifest(tool("current"), tool("forecast", "Tells tomorrow's weather."));
    expect(diffManifests(before, after)).toEqual([
      "changed tool forecast (Weather)",
      "at /classes/0/tools/1/description",
    ]);
  });

  test("escapes keys in pointers", () => {
    const before = { ...manifest(), extra: { "a/b~c": 1 } };
    expect(diffManifests(before, manifest())).toEqual(["at /extra"]);
    const after = { ...manifest(), extra: { "a/b~c": 2 } } as Manifest;
    expect(diffManifests(before, after)).toEqual(["at /extra/a~1b~0c"]);
  });

  test("stops pointing when there is too much to read", () => {
    const lines = diffManifests({}, { ...manifest(), extra: 1, more: 2 } as Manifest);
    expect(lines.filter((line) => line.startsWith("at "))).toHaveLength(5);
    expect(lines.at(-1)).toBe("and 1 more");
  });

  test("takes anything that is no manifest for a stale one", () => {
    expect(diffManifests(null, manifest())).toEqual(["at /"]);
    expect(diffManifests([], manifest())).toEqual(["at /"]);
  });
});
