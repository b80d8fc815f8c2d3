import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBundleFolder } from "./bundle-folder.js";

let project: string;

beforeEach(async () => {
  project = await realpath(await mkdtemp(join(tmpdir(), "bundle-folder-")));
});

afterEach(() => rm(project, { recursive: true }));

test("lies in the nearest node_modules", async () => {
  await mkdir(join(project, "node_modules"));
  const folder = await createBundleFolder(join(project, "src", "server.ts"));
  expect(folder).toMatch(/serve-\w+$/);
  expect(dirname(folder)).toBe(join(project, "node_modules", ".cache", "plainmcp"));
});

test("lies with the system where there is none, or where it cannot be written to", async () => {
  const folders = [await createBundleFolder(join(project, "server.ts"))];
  await mkdir(join(project, "node_modules"));
  await writeFile(join(project, "node_modules", ".cache"), "in the way");
  folders.push(await createBundleFolder(join(project, "server.ts")));
  for (const folder of folders) {
    expect(dirname(folder)).toBe(tmpdir());
    await rm(folder, { recursive: true });
  }
});
