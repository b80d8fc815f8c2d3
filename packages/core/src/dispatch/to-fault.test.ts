import { afterEach, expect, it, vi } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import type { ErrorReporter } from "../reporting/error-report.js";
import { Weather, weatherManifest } from "../weather.fixture.js";

afterEach(() => vi.restoreAllMocks());

const SECRET = { name: "explode", arguments: { kind: "secret" } };

it.each<[string, ErrorReporter]>([
  [
    "throws",
    () => {
      throw new Error("SENTRY_DSN=secret");
    },
  ],
  ["rejects", () => Promise.reject(new Error("SENTRY_DSN=secret"))],
])("an onError that %s reaches stderr, not the client, and does not end the process", async (_, onError) => {
  const written: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((...args) => void written.push(...args));
  const { send } = serveDirectly(Weather, { manifest: weatherManifest(), onError });
  const result = await send("tools/call", SECRET);
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result)).not.toMatch(/SENTRY|db host/);
  await vi.waitFor(() => expect(written.map(String).join()).toContain("SENTRY_DSN=secret"));
  expect(written.map(String).join()).toContain("secret db host");
});

it("a cancelled call is not reported as a failure", async () => {
  const { send, reports } = serveDirectly(Weather, { manifest: weatherManifest() });
  expect(await send("tools/call", SECRET, { signal: AbortSignal.abort() })).toMatchObject({ isError: true });
  expect(reports).toEqual([]);
});
