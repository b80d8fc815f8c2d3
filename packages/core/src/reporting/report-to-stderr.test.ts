import { afterEach, expect, test, vi } from "vitest";

afterEach(() => vi.restoreAllMocks());

test("only the first failure of a tool says what clients see of it", async () => {
  // The first one of the process may have been in another file, so this test loads a state of its own.
  vi.resetModules();
  const { createEngine } = await import("../engine/create-engine.js");
  const { send } = await import("../engine/serve-directly.fixture.js");
  const { defineServer } = await import("../registry/define-server.js");
  const { Weather, weatherManifest } = await import("../weather.fixture.js");
  const { OperatorWarning } = await import("./operator-warning.js");
  const { reportToStderr } = await import("./report-to-stderr.js");
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
      /^\[plainmcp\] tool "explode" failed \(reference \w+; for a text that the model may read, throw ToolError\)$/,
    ),
    expect.stringMatching(/^\[plainmcp\] tool "explode" failed \(reference \w+\)$/),
  ]);
});
