import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { createProject, WEATHER } from "../commands/command.fixture.js";
import { compileFiles } from "./compile-files.js";

const EDITED = WEATHER.replace("Current reading", "Yesterday's reading");
const BROKEN = WEATHER.replace("current(city: string)", "current(city: symbol)");

afterEach(() => vi.restoreAllMocks());

test("compiles again what is edited before it has been made use of", async () => {
  const file = join(await createProject({ "weather.ts": WEATHER }), "weather.ts");
  const versions = [EDITED];
  const { manifest, text } = await compileFiles([file], {}, async ({ manifest }) => {
    const next = versions.pop();
    if (next !== undefined) await writeFile(file, next);
    return { manifest: JSON.stringify(manifest), text: await readFile(file, "utf8") };
  });
  expect(text).toBe(EDITED);
  expect(manifest).toContain("Yesterday's reading");
});

test("does not fail because of a source that has been mended meanwhile", async () => {
  const file = join(await createProject({ "weather.ts": WEATHER }), "weather.ts");
  const made = await compileFiles([file], {}, async () => {
    if ((await readFile(file, "utf8")) === EDITED) return "made";
    await writeFile(file, EDITED);
    throw new Error("half an edit");
  });
  expect(made).toBe("made");
});

test("takes a source as it is if it never rests", async () => {
  const file = join(await createProject({ "weather.ts": WEATHER }), "weather.ts");
  let edits = 0;
  const last = await compileFiles([file], {}, async ({ manifest }) => {
    edits += 1;
    await writeFile(file, WEATHER.replace("Current reading", `Reading ${edits}`));
    return JSON.stringify(manifest);
  });
  expect(last).toContain(`Reading ${edits - 1}`);
});

test("fails because of a source that has been broken meanwhile", async () => {
  const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const file = join(await createProject({ "weather.ts": WEATHER }), "weather.ts");
  await expect(compileFiles([file], {}, () => writeFile(file, BROKEN))).rejects.toMatchObject({ exitCode: 1 });
  expect(write).toHaveBeenCalledWith(expect.stringContaining("PLAIN1003"));
});
