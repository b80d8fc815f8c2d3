import { describe, expect, test } from "vitest";
import { createProject, runAlone, runCommand } from "./command.fixture.js";

describe("help", () => {
  test.each([[[]], [["serve"]], [["build"]], [["manifest"]]])("%j --help shows an example", async (args) => {
    const { exitCode, stdout, stderr } = await runCommand(await createProject({}), ...args, "--help");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: plainmcp/);
    expect(stdout).toMatch(/\nExamples:\n {2}\$ plainmcp /);
  });

  test("serve --help fits on a terminal, up to the examples", async () => {
    const { stdout } = await runCommand(await createProject({}), "serve", "--help");
    const [text = ""] = stdout.split("\nExamples:", 1);
    expect(text).toContain("Times are in seconds");
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("--version prints the version alone", async () => {
    const { exitCode, stdout } = await runCommand(await createProject({}), "--version");
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });
});

describe("a wrong command line ends with 2 and says what is wrong", () => {
  test.each([
    [["serv", "x.ts"], "Did you mean serve?"],
    [["serve"], "missing required argument 'file'"],
    [["serve", "x.ts", "--prot", "1"], "Did you mean --port?"],
    [["serve", "x.ts", "--http", "--port", "65536"], "from 0 to 65535"],
    [["serve", "x.ts", "--http", "--legacy", "no"], '--legacy must be one of sessions, stateless, reject, not "no".'],
    [
      ["serve", "x.ts", "--shutdown-grace", "soon"],
      '--shutdown-grace must be a time such as 30s, 2m or 500ms, not "soon". The units are ms, s, m and h.',
    ],
    [["serve", "x.ts", "--port", "3000"], "--port works over HTTP only. Add --http, or remove --port."],
    [
      ["serve", "x.ts", "--http", "--max-line-size", "1MB"],
      "--max-line-size works over stdio only. Remove it, or remove --http.",
    ],
    [["serve", "x.ts", "--http", "--port", "--host", "y"], '--port needs a value, but "--host" looks like a flag.'],
    [["serve", "x.ts", "--http", "--allowed-host="], "--allowed-host must be a list with at least one entry"],
    [["serve", "x.ts", "--watch"], "To restart after edits, run: node --watch"],
    [["serve", "x.ts", "--stdio"], "stdio is the default: leave --stdio out."],
    [["serve", ""], "the name of the file is empty"],
    [["build", "package.json", "--transport", "stdio", "--out-dir", "package.json/x"], "--out-dir must be a folder"],
    [
      ["build", "package.json", "--transport", "stdio", "--out-dir="],
      "--out-dir must be a folder, but its name is empty",
    ],
    [["serve", "x.ts"], "file x.ts does not exist"],
    [["serve", "."], "file . is a folder. Name a file."],
    [["serve", "x.ts", "y.ts"], "write: plainmcp serve x.ts -- y.ts"],
    [["serve", "x.ts", "y", "--", "z"], '"y" is one argument too many'],
    [["serve", "x.ts", "--", "y"], "file x.ts does not exist"],
    [["build", "x.ts"], "--transport <name>"],
    [["build", "x.ts", "--transport", "sse"], "stdio, http"],
    [["build", "x.ts", "--transport", "stdio", "--tsconfig", "y.json"], "file x.ts does not exist"],
    [["manifest", "x.ts", "--format", "xml"], "text, json"],
    [["manifest"], "missing required argument 'files'"],
    [["manifest", "x.ts", "--check"], "name it with --out"],
  ])("%j", async (args, message) => {
    const { exitCode, stdout, stderr } = await runAlone(await createProject({}), ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("bug in plainmcp");
  });
});
