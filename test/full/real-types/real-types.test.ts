import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createDecoder } from "../../../packages/core/src/codec/create-decoder.js";
import { createEncoder } from "../../../packages/core/src/codec/create-encoder.js";
import { createValidator } from "../../../packages/core/src/validation/create-validator.js";
import { ROOT } from "../../support/serve.js";
import { type CompiledType, compileType, TYPES } from "./compile-type.js";
import { toPage, withoutTimes } from "./to-page.js";

// UPDATE=1 writes the page again. Verdicts and sizes are what this test holds it to, so read the difference.
const PAGE = join(ROOT, "docs/reference/real-types.md");

/** Values of one type. TypeScript checks those that have to pass: `types` in this folder is a project of its own. */
interface Samples {
  /** As the method would receive or return them. */
  readonly accepts?: readonly unknown[];
  /** As a client would send or receive them. */
  readonly rejects?: readonly unknown[];
}

const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);

describe("types of real packages", () => {
  const compiled = new Map<string, CompiledType>();

  beforeAll(() => {
    if (!existsSync(new URL("node_modules", import.meta.url)))
      throw new Error("Run `npm run test:full` first, which installs what this test needs.");
    vi.stubEnv("PLAINMCP_CACHE", "off");
    // The first one also waits for TypeScript itself.
    compileType(TYPES[0] as string);
    return () => vi.unstubAllEnvs();
  });

  it.each(TYPES)("%s", async (name) => {
    const one = compileType(name);
    compiled.set(name, one);
    expect(one.diagnostics.filter(({ code }) => code.startsWith("TS"))).toEqual([]);
    const { accepts = [], rejects = [] }: Samples = await import(`./types/${name}/samples.ts`);
    if (one.direction === "input") expect(accepts).not.toEqual([]);
    expect([...accepts, ...rejects]).not.toEqual([]);
    if (!one.schema) {
      expect(one.diagnostics).toContainEqual(expect.objectContaining({ severity: "error" }));
      return;
    }
    expect({ isValid: ajv.validateSchema(one.schema), errors: ajv.errors }).toEqual({ isValid: true, errors: null });
    await checkSamples(one, one.schema, accepts, rejects);
  });

  it("are many, of many packages", () => {
    expect(compiled.size).toBeGreaterThanOrEqual(25);
    expect(new Set([...compiled.values()].map((one) => one.package)).size).toBeGreaterThanOrEqual(12);
  });

  it("come to what the page says", () => {
    expect([...compiled.keys()]).toEqual(TYPES);
    const page = toPage([...compiled.values()]);
    if (process.env.UPDATE === "1") writeFileSync(PAGE, page);
    expect(withoutTimes(readFileSync(PAGE, "utf8"))).toBe(withoutTimes(page));
  });
});

async function checkSamples(
  { direction }: CompiledType,
  schema: NonNullable<CompiledType["schema"]>,
  accepts: readonly unknown[],
  rejects: readonly unknown[],
): Promise<void> {
  const byAjv = ajv.compile(schema);
  const byClosures = createValidator(schema);
  const encode = createEncoder(schema) ?? same;
  const decode = createDecoder(schema) ?? same;
  const wrap = (value: unknown) => (direction === "input" ? { value } : value);
  const judge = async (sent: unknown) => ({ sent, ajv: byAjv(sent), closures: (await byClosures(sent)).length === 0 });
  for (const value of accepts.map(wrap)) {
    const sent: unknown = JSON.parse(JSON.stringify(encode(value)));
    expect(await judge(sent)).toEqual({ sent, ajv: true, closures: true });
    expect(decode(sent)).toEqual(value);
  }
  for (const sent of rejects.map(wrap)) expect(await judge(sent)).toEqual({ sent, ajv: false, closures: false });
}

function same(value: unknown): unknown {
  return value;
}
