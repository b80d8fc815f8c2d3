import { afterEach, expect, it, vi } from "vitest";
import { defineServer } from "../registry/define-server.js";
import type { ErrorReporter } from "../reporting/error-report.js";
import { plainInvocation, recordingContext, Weather, weatherManifest } from "../weather.fixture.js";
import { callTool } from "./call-tool.js";

afterEach(() => vi.restoreAllMocks());

it.each<[string, ErrorReporter]>([
  [
    "throws",
    () => {
      throw new Error("SENTRY_DSN=secret");
    },
  ],
  ["rejects", () => Promise.reject(new Error("SENTRY_DSN=secret"))],
])("an onError that %s reaches stderr, not the client, and ends nothing", async (_, onError) => {
  const written: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((...args) => void written.push(...args));
  const registry = defineServer(Weather, { manifest: weatherManifest(), onError }).registry();
  const result = await callTool(registry, "explode", { kind: "secret" }, plainInvocation());
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result)).not.toMatch(/SENTRY|db host/);
  await vi.waitFor(() => expect(written.map(String).join()).toContain("SENTRY_DSN=secret"));
  expect(written.map(String).join()).toContain("secret db host");
});

it("a call that was cancelled is not reported as a failure", async () => {
  const reports: unknown[] = [];
  const options = { manifest: weatherManifest(), onError: (report: unknown) => void reports.push(report) };
  const registry = defineServer(Weather, options).registry();
  const invocation = plainInvocation({ ...recordingContext().context, signal: AbortSignal.abort() });
  expect(await callTool(registry, "explode", { kind: "secret" }, invocation)).toMatchObject({ isError: true });
  expect(reports).toEqual([]);
});
