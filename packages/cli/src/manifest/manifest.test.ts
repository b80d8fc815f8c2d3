import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createProject, runAlone, runCommand, WEATHER } from "../commands/command.fixture.js";

const WRITE = ["manifest", "weather.ts", "--out", "contract/weather.json"];

describe("manifest", () => {
  test("prints the contract of all classes on stdout", async () => {
    const other =
      'import { tool } from "@plainmcp/core";\nexport class Tides {\n  /** High water. */\n  @tool\n  high(): number {\n    return 1;\n  }\n}\n';
    const folder = await createProject({ "weather.ts": WEATHER, "tides.ts": other });
    const { exitCode, stdout, stderr } = await runAlone(folder, "manifest", "weather.ts", "tides.ts");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(stdout).classes).toMatchObject([
      { class: "Weather", file: "weather.ts", tools: [{ name: "current" }] },
      { class: "Tides", file: "tides.ts", tools: [{ name: "high" }] },
    ]);
  });

  test("writes it to a file, which --check then finds current", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    expect(await runCommand(folder, ...WRITE)).toMatchObject({ exitCode: 0, stdout: "" });
    expect(await readdir(join(folder, "contract"))).toEqual(["weather.json"]);
    expect(await runCommand(folder, ...WRITE, "--check")).toEqual({ exitCode: 0, stdout: "", stderr: "" });
  });

  test("--check says what is stale and leaves the file alone", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    await runCommand(folder, ...WRITE);
    const before = await readFile(join(folder, "contract/weather.json"), "utf8");
    await writeFile(
      join(folder, "weather.ts"),
      WEATHER.replace("current(city", "now(city").replace("Packing", "Luggage"),
    );
    const { exitCode, stderr } = await runCommand(folder, ...WRITE, "--check");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("contract/weather.json is stale");
    expect(stderr).toContain("added tool now (Weather)");
    expect(stderr).toContain("removed tool current (Weather)");
    expect(stderr).toContain("changed prompt packing (Weather)");
    expect(stderr).toContain("at /classes/0/tools/0/name");
    expect(stderr).toContain(`plainmcp ${WRITE.join(" ")}`);
    expect(await readFile(join(folder, "contract/weather.json"), "utf8")).toBe(before);
  });

  test("--check fails when the file is missing or no JSON", async () => {
    const folder = await createProject({ "weather.ts": WEATHER });
    const missing = await runCommand(folder, ...WRITE, "--check");
    expect(missing).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("does not exist") });
    const broken = await runCommand(folder, "manifest", "weather.ts", "--out", "weather.ts", "--check");
    expect(broken).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("weather.ts is not JSON") });
  });

  test("writes nothing when the contract is wrong", async () => {
    const folder = await createProject({
      "weather.ts": WEATHER.replace("current(city: string)", "current(city: symbol)"),
    });
    const { exitCode, stdout, stderr } = await runCommand(folder, ...WRITE);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
    expect(stderr).toContain("error PLAIN");
    expect(await readdir(folder)).not.toContain("contract");
  });
});
