import { describe, expect, it } from "vitest";
import { defineServer } from "../registry/define-server.js";
import { plainInvocation, Weather, weatherManifest } from "../weather.fixture.js";
import { getPrompt } from "./get-prompt.js";

const registry = defineServer(Weather, { manifest: weatherManifest(), onError: () => undefined }).registry();
const get = (name: string, args: Record<string, string>) => getPrompt(registry, name, args, plainInvocation());

describe("getPrompt", () => {
  it("fills in a prompt, reading each argument by its type", async () => {
    expect(await get("packing", { days: "5", city: "Oslo" })).toEqual({
      description: "Packing advice.",
      messages: [{ role: "user", content: { type: "text", text: "5 days in Oslo" } }],
    });
    expect((await get("packing", { city: "Oslo" })).messages[0]?.content).toMatchObject({ text: "3 days in Oslo" });
  });

  it("refuses an unknown prompt, a missing argument and a wrong one", async () => {
    await expect(get("constructor", {})).rejects.toMatchObject({ kind: "invalid-params" });
    await expect(get("packing", {})).rejects.toMatchObject({ message: expect.stringContaining("city") });
    await expect(get("packing", { city: "Oslo", days: "many" })).rejects.toMatchObject({ kind: "invalid-params" });
  });

  it("masks what the method throws", async () => {
    const failure = get("packing", { city: "secret" });
    await expect(failure).rejects.toMatchObject({ kind: "internal" });
    await expect(failure).rejects.not.toThrow(/db host/);
  });
});
