import { mkdir, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeFile } from "./write-file.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "write-file-"));
});

afterEach(() => rm(folder, { recursive: true }));

test("makes the folders on the way and leaves nothing beside the file", async () => {
  await writeFile(join(folder, "a", "b", "c.txt"), "one");
  await writeFile(join(folder, "a", "b", "c.txt"), "two");
  expect(await readdir(join(folder, "a", "b"))).toEqual(["c.txt"]);
  expect(await readFile(join(folder, "a", "b", "c.txt"), "utf8")).toBe("two");
});

test("sets permissions", async () => {
  await writeFile(join(folder, "run.mjs"), "", { mode: 0o755 });
  expect((await stat(join(folder, "run.mjs"))).mode & 0o777).toBe(0o755);
});

test("leaves nothing behind when the place is taken by a folder", async () => {
  await mkdir(join(folder, "taken"));
  await expect(writeFile(join(folder, "taken"), "text")).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["taken"]);
});
