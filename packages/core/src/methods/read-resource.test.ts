import { describe, expect, it } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";

const { send } = serveDirectly(Weather, { manifest: weatherManifest() });
const read = (uri: string) => send("resources/read", { uri });

describe("resources/read", () => {
  it("reads a fixed URI", async () => {
    expect((await read("weather://all")).contents).toEqual([
      { uri: "weather://all", mimeType: "application/json", text: '["Paris"]' },
    ]);
  });

  it("reads a template's variables as the parameters' types", async () => {
    const {
      contents: [contents],
    } = await read("weather://Z%C3%BCrich/day/2");
    expect(contents).toMatchObject({ text: '{"city":"Zürich","day":2}' });
  });

  it.each(["weather://Paris/day/two", "weather://Paris/day/0", "weather://Paris/day/1.5"])(
    "says what is wrong with %s",
    async (uri) => {
      await expect(read(uri)).rejects.toMatchObject({
        fault: { kind: "invalid-arguments", message: expect.stringContaining("day") },
      });
    },
  );

  it.each([
    "weather://none",
    "weather://a/b/day/1",
    "weather://%zz/day/1",
    "",
    "weather://Atlantis/day/1",
    "__proto__",
  ])("finds nothing at %j", async (uri) => {
    await expect(read(uri)).rejects.toMatchObject({ fault: { kind: "resource-not-found", data: { uri } } });
  });
});
