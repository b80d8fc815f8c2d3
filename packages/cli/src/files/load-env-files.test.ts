import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as util from "node:util";
import { expect, test } from "vitest";
import { createProject } from "../commands/command.fixture.js";
import { loadEnvFiles } from "./load-env-files.js";

// Node 20.11 cannot read such files.
const isAble = "parseEnv" in util;

test.runIf(isAble)("sets what is not set yet, from the last file that has it", async () => {
  const folder = await createProject({});
  const [first, second] = [join(folder, "first.env"), join(folder, "second.env")];
  await writeFile(first, "A=\"first\" # a comment\nexport B=first\nC='two\nlines'\nD=first\n");
  await writeFile(second, "B=second\n");
  const env = { D: "before" };
  loadEnvFiles([first, second], env);
  expect(env).toEqual({ A: "first", B: "second", C: "two\nlines", D: "before" });
});

test.runIf(isAble)("refuses a file that does not exist, and a folder", async () => {
  const folder = await createProject({});
  for (const file of [join(folder, "none.env"), folder]) {
    const message = `--env-file names ${file}, but there is no such file.`;
    expect(() => loadEnvFiles([file], {})).toThrow(expect.objectContaining({ exitCode: 2, message }));
  }
});

test("does nothing without files", () => {
  const env = {};
  loadEnvFiles([], env);
  expect(env).toEqual({});
});
