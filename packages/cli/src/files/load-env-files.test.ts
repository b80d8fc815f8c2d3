import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
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

test.runIf(isAble)("reads what Windows writes", async () => {
  const folder = await createProject({});
  const file = join(folder, "windows.env");
  await writeFile(file, "\uFEFFA=first\r\nB='two\r\nlines'\r\nEMPTY=full\r\n");
  const env: NodeJS.ProcessEnv = { EMPTY: "" };
  loadEnvFiles([file], env);
  expect(env).toEqual({ A: "first", B: "two\nlines", EMPTY: "" });
});

test.runIf(isAble)("refuses what is not UTF-8, of which it would read nothing", async () => {
  const folder = await createProject({});
  const file = join(folder, "wide.env");
  await writeFile(file, "\uFEFFA=1\n", "utf16le");
  const message = `--env-file names ${file}, which is not text in UTF-8.`;
  expect(() => loadEnvFiles([file], {})).toThrow(expect.objectContaining({ exitCode: 2, message }));
});

test.runIf(isAble && process.platform !== "win32")("reads a pipe", async () => {
  const folder = await createProject({});
  const pipe = join(folder, "pipe.env");
  execFileSync("sh", ["-c", 'mkfifo "$0"', pipe]);
  const writer = spawn("sh", ["-c", 'echo A=piped > "$0"', pipe]);
  const env = {};
  loadEnvFiles([pipe], env);
  expect(env).toEqual({ A: "piped" });
  await once(writer, "exit");
});

test("does nothing without files", () => {
  const env = {};
  loadEnvFiles([], env);
  expect(env).toEqual({});
});
