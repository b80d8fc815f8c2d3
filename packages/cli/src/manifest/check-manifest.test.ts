import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Manifest } from "@plainmcp/core/manifest";
import { expect, onTestFinished, test } from "vitest";
import { checkManifest } from "./check-manifest.js";

const MANIFEST: Manifest = {
  manifestVersion: 1,
  generator: "test",
  server: { name: "weather", version: "1.0.0" },
  classes: [{ class: "Weather", file: "weather.ts", tools: [], resources: [], prompts: [] }],
};

async function check(text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "check-manifest-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "weather.json");
  await writeFile(path, text);
  await checkManifest(path, MANIFEST, ["weather.ts"]);
}

test("is content with the same contract", async () => {
  await check(JSON.stringify(MANIFEST));
});

test.each([
  ["", "is not JSON"],
  ['{"classes":[{', "is not JSON"],
  ["null", "is not a manifest"],
  ["[]", "is not a manifest"],
  ["{}", "is not a manifest"],
  ['{"classes":5}', "is not a manifest"],
  ['{"classes":[{}]}', "is not a manifest"],
  ['{"classes":[null]}', "is not a manifest"],
  ['{"classes":[{"tools":[null],"resources":[],"prompts":[]}]}', "is not a manifest"],
  [JSON.stringify({ ...MANIFEST, classes: [] }), "is stale"],
])("says of a file with %s how to write it again: it %s", async (text, message) => {
  await expect(check(text)).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(
      new RegExp(`weather\\.json ${message}[^]*Write it with: plainmcp manifest weather\\.ts --out .*weather\\.json$`),
    ),
  });
});
