import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Many tests wait for processes of their own, so that two at a time take little more than one.
    maxWorkers: Math.max(availableParallelism() - 1, 2),
    projects: [
      { test: { name: "unit", include: ["packages/*/src/**/*.test.ts"], env: { PLAINMCP_CACHE: "off" } } },
      { test: { name: "system", include: ["test/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
      { test: { name: "examples", include: ["examples/*/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
