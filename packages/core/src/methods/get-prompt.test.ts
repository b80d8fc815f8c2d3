import { describe, expect, it } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";

const { send } = serveDirectly(Weather, { manifest: weatherManifest() });
const get = (name: string, args: Record<string, unknown>) => send("prompts/get", { name, arguments: args });

describe("prompts/get", () => {
  it("fills in a prompt, reading each argument by its type", async () => {
    expect(await get("packing", { days: "5", city: "Oslo" })).toEqual({
      description: "Packing advice.",
      messages: [{ role: "user", content: { type: "text", text: "5 days in Oslo" } }],
    });
    expect((await get("packing", { city: "Oslo" })).messages[0]?.content).toMatchObject({ text: "3 days in Oslo" });
  });

  it("refuses an unknown prompt, a missing argument and a wrong one", async () => {
    await expect(get("constructor", {})).rejects.toMatchObject({ fault: { kind: "invalid-params" } });
    await expect(get("packing", {})).rejects.toMatchObject({ message: expect.stringContaining("city") });
    await expect(get("packing", { city: "Oslo", days: "many" })).rejects.toMatchObject({
      fault: { kind: "invalid-arguments" },
    });
  });

  it("refuses arguments that are not strings", async () => {
    await expect(get("packing", { city: 5 })).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining("Invalid params for prompts/get") },
    });
  });

  it("masks what the method throws", async () => {
    const failure = get("packing", { city: "secret" });
    await expect(failure).rejects.toMatchObject({ fault: { kind: "masked" } });
    await expect(failure).rejects.not.toThrow(/db host/);
  });
});
