import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { compileTypes, createFuzzProject, type FuzzedTool } from "./fuzz/compile-types.js";
import { createDeclaredAny, type DeclaredAny } from "./fuzz/declared-any.js";
import { realWorldFiles } from "./fuzz/real-world-files.js";
import { unconstrainedPlaces } from "./fuzz/unconstrained-places.js";

/** `npm run test:full` takes 2000, `pnpm --filter @plainmcp/test fuzz` all files there are. */
const FILES = Number(process.env.FUZZ_FILES ?? 50);
/** Many to a program, since most of the time goes into reading what all of them import. */
const BATCH = 300;

const files = realWorldFiles().slice(0, FILES);
const batches = Array.from({ length: Math.ceil(files.length / BATCH) }, (_, index) => index * BATCH);

describe("the types that real packages export, as parameters and results", () => {
  const project = createFuzzProject();
  const seen = { tools: 0, unharmed: 0 };

  beforeAll(() => {
    vi.stubEnv("PLAINMCP_CACHE", "off");
    return () => vi.unstubAllEnvs();
  });
  afterAll(project.remove);

  it.each(batches)("compile from file %d on", { timeout: 600_000 }, (start) => {
    const { file, tools } = compileTypes(project.folder, files.slice(start, start + BATCH));
    let declaredAny: DeclaredAny | undefined;
    const isDeclared: DeclaredAny = (...place) => {
      declaredAny ??= createDeclaredAny(file);
      return declaredAny(...place);
    };
    for (const [index, fuzzed] of tools.entries()) {
      seen.tools += 1;
      const { origin, tool, diagnostics } = fuzzed;
      if (diagnostics.some(({ severity }) => severity === "error")) continue;
      seen.unharmed += 1;
      expect({ origin, isThere: tool !== undefined }).toEqual({ origin, isThere: true });
      expect({ origin, silent: silentPlaces(index, fuzzed, isDeclared) }).toEqual({ origin, silent: [] });
      expect({ origin, isReadable: JSON.stringify(tool).length < MAX_TEXT }).toEqual({ origin, isReadable: true });
    }
  });

  it("are many, and many of them are fit for tools", () => {
    expect(seen.tools).toBeGreaterThan(FILES);
    expect(seen.unharmed).toBeGreaterThan(seen.tools / 10);
  });
});

/** What a type of 5000 parts, the most the compiler takes, comes to. */
const MAX_TEXT = 2_000_000;

/** Where a schema lets everything pass and neither the type nor a diagnostic says so. */
function silentPlaces(index: number, { tool }: FuzzedTool, isDeclared: DeclaredAny): readonly string[] {
  const parts = { input: tool?.inputSchema, output: tool?.outputSchema ?? tool?.resultSchema };
  return (["input", "output"] as const).flatMap((part) =>
    unconstrainedPlaces(parts[part])
      // A definition is reached from many places: what it holds is judged where a type without recursion holds it.
      .filter((place) => !place.includes("$defs") && !isDeclared(index, part, place))
      .map((place) => `${part}: ${place.join("/")}`),
  );
}
