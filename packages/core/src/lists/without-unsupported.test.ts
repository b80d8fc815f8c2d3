import { describe, expect, it } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import type { ToolManifest } from "../manifest/manifest.js";
import { defineServer, registryOf } from "../registry/define-server.js";
import { tools, Weather, weatherManifest } from "../weather.fixture.js";

const REQUIRES: Readonly<Record<string, NonNullable<ToolManifest["requires"]>>> = {
  flat: ["sampling"],
  when: ["sampling", "elicitation.url"],
};
const manifest = weatherManifest({
  tools: tools.map((tool) => ({ ...tool, ...(REQUIRES[tool.name] && { requires: REQUIRES[tool.name] as never }) })),
});
const ALL = ["add", "sum-all", "flat", "when", "explode"];

describe("the tools of a legacy client", () => {
  const { send } = serveDirectly(Weather, { manifest, unsupported: "hidden" });
  const list = (capabilities: object, revision = "2025-11-25") =>
    send("tools/list", {}, { client: { capabilities: { ...capabilities } }, revision });

  it.each([
    [{}, ["add", "sum-all", "explode"]],
    [{ elicitation: { url: {} } }, ["add", "sum-all", "explode"]],
    [{ sampling: {} }, ["add", "sum-all", "flat", "explode"]],
    [{ sampling: {}, elicitation: { url: {} } }, ALL],
  ])("are those that it can call with %j", async (capabilities, names) => {
    const { tools } = await list(capabilities);
    expect(tools.map(({ name }: { name: string }) => name)).toEqual(names);
  });

  it("are the same object for all clients that lack the same, so that they are written as text once", async () => {
    expect(await list({ roots: {} })).toBe(await list({}));
    expect(await list({ sampling: {} })).not.toBe(await list({}));
  });

  it("are all tools for clients of 2026-07-28, and unless the server hides some", async () => {
    expect((await list({}, "2026-07-28")).tools).toHaveLength(ALL.length);
    const { send } = serveDirectly(Weather, { manifest });
    expect((await send("tools/list", {}, { revision: "2025-11-25" })).tools).toHaveLength(ALL.length);
  });
});

it("the option has two values", () => {
  expect(() => registryOf(defineServer(Weather, { manifest, unsupported: "gone" as never }))).toThrow(
    'the option unsupported must be "listed" or "hidden", not "gone"',
  );
});
