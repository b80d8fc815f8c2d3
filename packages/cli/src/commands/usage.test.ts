import { describe, expect, test } from "vitest";
import { createProject, runCommand } from "./command.fixture.js";

describe("help", () => {
  test.each([[[]], [["serve"]], [["build"]], [["manifest"]]])("%j --help shows an example", async (args) => {
    const { exitCode, stdout, stderr } = await runCommand(await createProject({}), ...args, "--help");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^Usage: plainmcp/);
    expect(stdout).toMatch(/\nExamples:\n {2}\$ plainmcp /);
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
      '--shutdown-grace must be a time such as 30s, 2m or 500ms, not "soon"',
    ],
    [["serve", "x.ts", "--port", "3000"], "--port is for HTTP. Add --http, or leave it out."],
    [["serve", "x.ts", "--http", "--max-line-size", "1MB"], "--max-line-size is for stdio. Leave it out, or --http."],
    [["serve", "x.ts"], "file x.ts does not exist"],
    [["serve", "."], "file . is not a file"],
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
    const { exitCode, stdout, stderr } = await runCommand(await createProject({}), ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).not.toContain("bug in plainmcp");
  });
});
