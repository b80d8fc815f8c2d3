import { afterEach, expect, test, vi } from "vitest";
import { createEngine } from "../engine/create-engine.js";
import { send } from "../engine/serve-directly.fixture.js";
import { defineServer } from "../registry/define-server.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { OperatorWarning } from "./operator-warning.js";
import { reportToStderr } from "./report-to-stderr.js";

afterEach(() => vi.restoreAllMocks());

test("only the first failure of a tool says what clients see of it", async () => {
  const lines: string[] = [];
  vi.spyOn(console, "error").mockImplementation((line: string) => void lines.push(line));
  reportToStderr({ error: new OperatorWarning("Set a secret."), reference: "1", source: 'tool "explode"' });
  reportToStderr({ error: new Error("full"), reference: "2", source: "the task store" });
  const engine = createEngine(defineServer(Weather, { manifest: weatherManifest() }));
  for (let i = 0; i < 2; i++) await send(engine, "tools/call", { name: "explode", arguments: { kind: "secret" } });
  expect(lines).toEqual([
    "[plainmcp] Warning: Set a secret.",
    "[plainmcp] the task store failed (reference 2)",
    expect.stringMatching(
      /^\[plainmcp\] tool "explode" failed \(reference \w+, which is all that clients see; throw ToolError .*\)$/,
    ),
    expect.stringMatching(/^\[plainmcp\] tool "explode" failed \(reference \w+\)$/),
  ]);
});
