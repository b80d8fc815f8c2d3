import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createProject, exchange, HANDSHAKE, runCommand, startServe, WEATHER } from "../commands/command.fixture.js";

const WARNED = WEATHER.replace("/** Packing advice. */", "");
const BROKEN = WARNED.replace("current(city: string)", "current(city: symbol)");

describe("--format json", () => {
  test("puts all problems in one document on stderr, and nothing on stdout", async () => {
    const folder = await createProject({ "weather.ts": BROKEN });
    const { exitCode, stdout, stderr } = await runCommand(folder, "manifest", "weather.ts", "--format", "json");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    const { diagnostics } = JSON.parse(stderr);
    const file = join(folder, "weather.ts");
    expect(diagnostics).toContainEqual({
      code: "PLAIN1003",
      severity: "error",
      message: expect.stringContaining("city"),
      help: expect.any(String),
      file,
      line: 12,
      column: expect.any(Number),
      length: expect.any(Number),
      text: "  current(city: symbol): string {",
    });
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "PLAIN1016", severity: "warning", file }));
  });

  test("leaves stdout to the manifest", async () => {
    const folder = await createProject({ "weather.ts": WARNED });
    const { exitCode, stdout, stderr } = await runCommand(folder, "manifest", "weather.ts", "--format", "json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ manifestVersion: 1 });
    expect(JSON.parse(stderr)).toMatchObject({ diagnostics: [{ code: "PLAIN1016", severity: "warning" }] });
  });

  test("says there is nothing to say, and tells other errors in a line of their own", async () => {
    const folder = await createProject({ "empty.ts": "export {};" });
    const args = ["build", "empty.ts", "--transport", "stdio", "--format", "json"];
    const { exitCode, stderr } = await runCommand(folder, ...args);
    expect(exitCode).toBe(1);
    expect(stderr.trimEnd().split("\n").map(toJson)).toEqual([
      { diagnostics: [] },
      { error: expect.stringContaining("empty.ts has no class to serve") },
    ]);
  });

  test("is for serve too", async () => {
    const server = await startServe(await createProject({ "weather.ts": WARNED }), "weather.ts", "--format", "json");
    expect(await exchange(server, HANDSHAKE)).toMatchObject([{ id: 1, result: {} }]);
    const { exitCode, stderr } = await server.finished;
    expect(exitCode).toBe(0);
    expect(toJson(stderr.split("\n")[0] ?? "")).toMatchObject({ diagnostics: [{ code: "PLAIN1016" }] });
  });
});

describe("--strict", () => {
  test("ends with 1 where there are only warnings", async () => {
    const folder = await createProject({ "weather.ts": WARNED });
    const { exitCode, stdout, stderr } = await runCommand(folder, "manifest", "weather.ts", "--strict");
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(/weather\.ts:\d+:\d+ - error PLAIN1016/);
    expect(stderr).toMatch(/\n1 error\n$/);
  });

  test("changes nothing where there are none", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    const args = ["manifest", "weather.ts", "--strict", "--out", "weather.json"];
    expect(await runCommand(folder, ...args)).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });
});

describe("a type error in a file that the contract does not come from", () => {
  const FILES = {
    "weather.ts": `import { degrees } from "./units.js";\n${WEATHER.replace('"Sunny in " + city', '"Sunny in " + city + degrees(20)')}`,
    "units.ts":
      'export function degrees(value: number): string {\n  const unit: number = "°";\n  return value + String(unit);\n}\n',
  };
  const WARNING = /units\.ts:2:9 - warning TS2322/;
  const ERROR = /units\.ts:2:9 - error TS2322[\s\S]*--type-errors warning lets it pass/;

  test.each([
    ["is not looked for in serve", [], /^printed while loading\n$/],
    ["is a warning in serve if that is asked for", ["--type-errors", "warning"], WARNING],
  ])("%s", async (_, flags, printed) => {
    const server = await startServe(await createProject(FILES), "weather.ts", ...flags);
    const call = { id: 2, method: "tools/call", params: { name: "current", arguments: { city: "Paris" } } };
    const answers = await exchange(server, [...HANDSHAKE, call]);
    expect(JSON.stringify(answers[1])).toContain("Sunny in Paris20°");
    expect((await server.finished).stderr).toMatch(printed);
  });

  test.each([
    ["serve", "weather.ts", "--type-errors", "error"],
    ["build", "weather.ts", "--transport", "stdio"],
    ["manifest", "weather.ts"],
  ])("is an error with %s %s %s %s", async (...args) => {
    const { exitCode, stdout, stderr } = await runCommand(await createProject(FILES), ...args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toMatch(ERROR);
  });

  test.each([
    ["build", "weather.ts", "--transport", "stdio"],
    ["manifest", "weather.ts"],
  ])("passes as a warning if that is asked for: %s", async (...args) => {
    const { exitCode, stderr } = await runCommand(await createProject(FILES), ...args, "--type-errors", "warning");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(WARNING);
  });

  test("is an error again with --strict", async () => {
    const { exitCode, stderr } = await runCommand(await createProject(FILES), "serve", "weather.ts", "--strict");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/units\.ts:2:9 - error TS2322/);
  });

  test("is one in the file of the contract, in any case", async () => {
    const folder = await createProject({ "weather.ts": WEATHER.replace("return city;", "return 1;") });
    const args = ["manifest", "weather.ts", "--type-errors", "warning"];
    expect(await runCommand(folder, ...args)).toMatchObject({ exitCode: 1, stdout: "" });
  });
});

describe("a hint", () => {
  const HINTED = WEATHER.replace("return city;", "throw new Error(city);").replace(
    '@resource("weather://{city}/report")',
    "@tool",
  );

  test("comes after the rest and fails nothing", async () => {
    const folder = await createProject({ "weather.ts": HINTED.replace("/** Packing advice. */", "") });
    const { exitCode, stderr } = await runCommand(folder, "manifest", "weather.ts");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/warning PLAIN1016[\s\S]*hint PLAIN1040: When "report"[\s\S]*\n1 warning, 1 hint\n/);
  });

  test("is no warning that --strict takes for an error", async () => {
    const folder = await createProject({ "weather.ts": HINTED });
    const { exitCode, stderr } = await runCommand(folder, "manifest", "weather.ts", "--strict");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/\n1 hint\n/);
  });
});

test("what to install is a diagnostic's help", async () => {
  const folder = await createProject({ "weather.ts": WEATHER });
  await rm(join(folder, "node_modules"), { recursive: true });
  const { exitCode, stderr } = await runCommand(folder, "manifest", "weather.ts", "--format", "json");
  expect(exitCode).toBe(1);
  const help = expect.stringContaining("npm install @plainmcp/core");
  expect(JSON.parse(stderr).diagnostics).toContainEqual(expect.objectContaining({ code: "TS2307", help }));
});

function toJson(line: string): unknown {
  return JSON.parse(line);
}

describe("--schema-warn and --schema-error", () => {
  test("say how large the schemas of a tool may be", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    const warned = await runCommand(folder, "manifest", "weather.ts", "--schema-warn", "50");
    expect(warned.exitCode).toBe(0);
    expect(warned.stderr).toMatch(/weather\.ts:\d+:\d+ - warning PLAIN1045/);
    const refused = await runCommand(folder, "manifest", "weather.ts", "--schema-error", "0.05kB");
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toMatch(/weather\.ts:\d+:\d+ - error PLAIN1024/);
  });

  test("take sizes only", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    const { exitCode, stderr } = await runCommand(folder, "manifest", "weather.ts", "--schema-warn", "much");
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--schema-warn must be a size such as 30kB, 4MB or 4MiB, not "much".');
  });
});
