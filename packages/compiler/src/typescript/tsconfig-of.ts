import { dirname, resolve } from "node:path";
import { createFilesMatcher, getTsconfig, parseTsconfig, type TsConfigResult } from "get-tsconfig";
import { includingTsconfig, type TsconfigScope } from "./including-tsconfig.js";

/** What get-tsconfig has read from the disk. */
const read = new Map<string, string>();
const parsed = new Map<string, TsConfigResult>();

/**
 * The tsconfig that applies to a file: the nearest one, or the one among its references that includes the file. Read
 * without TypeScript, which would take most of the time of a start; a compilation reads tsconfigs with TypeScript
 * itself.
 *
 * @param given Path of the tsconfig to use in any case
 */
export function tsconfigOf(file: string, given?: string): TsConfigResult | undefined {
  if (given !== undefined) return parse(given);
  const nearest = getTsconfig(file, "tsconfig.json", read)?.path;
  if (nearest === undefined) return undefined;
  return parse(includingTsconfig(nearest, (path) => scopeOf(parse(path), file)) ?? nearest);
}

/** Call this when files may have changed: until then, each tsconfig is read once. */
export function forgetTsconfigs(): void {
  read.clear();
  parsed.clear();
}

function parse(path: string): TsConfigResult {
  const known = parsed.get(path);
  if (known) return known;
  const result = { path, config: parseTsconfig(path, read) };
  parsed.set(path, result);
  return result;
}

function scopeOf(tsconfig: TsConfigResult, file: string): TsconfigScope {
  const references = (tsconfig.config.references ?? []).map(({ path }) => {
    const target = resolve(dirname(tsconfig.path), path);
    return target.endsWith(".json") ? target : resolve(target, "tsconfig.json");
  });
  return { includesFile: createFilesMatcher(tsconfig)(file) !== undefined, references };
}
