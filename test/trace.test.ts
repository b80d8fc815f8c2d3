import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./support/serve.js";

function run(script: string): Record<string, Record<string, string[]>> {
  const file = join(ROOT, "test/trace", script);
  return JSON.parse(execFileSync(process.execPath, [file, "--json"], { encoding: "utf8" }));
}

it("passes a call through 15 files at most, over each transport and in each era", () => {
  const traces = run("trace-call.mjs");
  expect(Object.keys(traces)).toEqual(["stdio, legacy", "stdio, modern", "http, legacy", "http, modern"]);
  for (const { through = [] } of Object.values(traces)) {
    expect(through).toContain("core/src/dispatch/run-method.ts");
    expect(through.length).toBeLessThanOrEqual(15);
  }
});

it("starts a stdio server without the SDK, which an ordinary message does not load either", () => {
  const { start, first } = run("loaded-at-start.mjs");
  expect(start?.others).toEqual(["reflect-metadata"]);
  expect(first?.others).toEqual([]);
});
