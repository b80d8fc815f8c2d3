import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** How long `expect.poll` waits: as long as a busy machine may take. */
const PATIENT = { expect: { poll: { timeout: 20_000 } } };

export default defineConfig({
  test: {
    // Many tests wait for processes of their own, so that two at a time take little more than one.
    maxWorkers: Math.max(availableParallelism() - 1, 2),
    projects: [
      {
        test: {
          ...PATIENT,
          name: "unit",
          include: ["packages/*/src/**/*.test.ts"],
          // Many are small, and importing what they test takes longer than they do: they share it.
          isolate: false,
          env: { PLAINMCP_CACHE: "off" },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...PATIENT,
          name: "system",
          include: ["test/**/*.test.ts"],
          exclude: ["test/full/**", "test/projects/*/project/**", "**/node_modules/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      // What takes long or needs more than the workspace: `npm run test:full` runs it, `npm test` does not.
      {
        test: {
          ...PATIENT,
          name: "full",
          include: ["test/full/**/*.test.ts", "test/fuzz.test.ts", "test/properties*.test.ts", "test/clients.test.ts"],
          exclude: ["test/full/soak.test.ts", "**/node_modules/**"],
          env: { CLIENTS: "all", FUZZ_FILES: "2000", HOSTILE_SCALE: "5", RUNS: "200", UNIONS: "300" },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // What runs at the same time installs packages and builds.
          maxConcurrency: 2,
        },
      },
      // Nothing else may run beside it: it says how long a client waits for a server that another one keeps busy.
      {
        test: {
          ...PATIENT,
          name: "full-soak",
          include: ["test/full/soak.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      // The same tests without the lane, so that the SDK answers every request.
      {
        test: {
          ...PATIENT,
          name: "full-sdk",
          include: ["fetch", "stateless-fetch", "node", "stdio"]
            .map((way) => `test/contract/${way}.test.ts`)
            .concat("test/conformance.test.ts", "test/interop.test.ts"),
          env: { MCP_LANE: "off" },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...PATIENT,
          name: "examples",
          include: ["examples/*/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
