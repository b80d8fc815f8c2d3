import { mkdir, mkdtemp, readdir, realpath, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
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
    expect(dirname(folder)).toBe(await realpath(tmpdir()));
    await rm(folder, { recursive: true });
  }
});

test("has its real path where node_modules is a link", async () => {
  await mkdir(join(project, "installed"));
  await mkdir(join(project, "app"));
  await symlink(join(project, "installed"), join(project, "app", "node_modules"), "dir");
  const folder = await createBundleFolder(join(project, "app", "server.ts"));
  expect(dirname(folder)).toBe(join(project, "installed", ".cache", "plainmcp"));
});

test("takes the place of those that killed processes have left behind", async () => {
  const cache = join(project, "node_modules", ".cache", "plainmcp");
  const old = new Date(Date.now() - 120_000);
  for (const name of ["serve-old", "serve-new", "compiled"]) await mkdir(join(cache, name), { recursive: true });
  await writeFile(join(cache, "serve-old", "server.mjs"), "");
  for (const name of ["serve-old", "compiled"]) await utimes(join(cache, name), old, old);
  const folder = await createBundleFolder(join(project, "server.ts"));
  expect((await readdir(cache)).sort()).toEqual(["compiled", basename(folder), "serve-new"].sort());
});
