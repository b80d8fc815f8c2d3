import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { CodeCache } from "./code-cache.js";

let folder: string;
const file = () => join(folder, "module.cjs");
const kept = () => join(folder, "node_modules/.cache/plainmcp");

beforeEach(() => {
  vi.stubEnv("PLAINMCP_CACHE", "");
  const text = 'exports.path = require("node:path").basename(__filename);\nexports.add = (a, b) => a + b + "é";\n';
  folder = temporaryProject({ "module.cjs": text }).folder;
});

afterEach(() => vi.unstubAllEnvs());

function load(): unknown {
  const cache = new CodeCache(file());
  const exports = cache.load() as { readonly path: string; readonly add: (a: number, b: number) => string };
  const result = [exports.path, exports.add(1, 2)];
  cache.keep();
  return result;
}

it("loads a module, and the next time from the cache", () => {
  expect(load()).toEqual(["module.cjs", "3é"]);
  const [name = ""] = readdirSync(kept());
  const before = readFileSync(join(kept(), name));
  expect(load()).toEqual(["module.cjs", "3é"]);
  expect(readdirSync(kept())).toEqual([name]);
  expect(readFileSync(join(kept(), name))).toEqual(before);
});

it("loads the module again if the cached code is damaged", () => {
  load();
  const [name = ""] = readdirSync(kept());
  const damaged = readFileSync(join(kept(), name));
  damaged.writeUInt8(damaged.readUInt8(100) ^ 255, 100);
  writeFileSync(join(kept(), name), damaged);
  expect(load()).toEqual(["module.cjs", "3é"]);
  expect(readFileSync(join(kept(), name))).not.toEqual(damaged);
});

it("writes nothing if the cache is off", () => {
  vi.stubEnv("PLAINMCP_CACHE", "off");
  expect(load()).toEqual(["module.cjs", "3é"]);
  expect(() => readdirSync(kept())).toThrow("ENOENT");
});
