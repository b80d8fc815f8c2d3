import { dirname, resolve } from "node:path";
import { createFilesMatcher, getTsconfig, parseTsconfig, type TsConfigResult } from "get-tsconfig";

const read: Map<string, string> = new Map();

/**
 * The tsconfig that holds for a file: the nearest one, or the one among those it refers to that includes the file.
 *
 * @param given Path of the one to take in any case
 */
export function tsconfigOf(file: string, given?: string): TsConfigResult | undefined {
  if (given !== undefined) return { path: given, config: parseTsconfig(given, read) };
  const nearest = getTsconfig(file, "tsconfig.json", read) ?? undefined;
  return nearest && (findIncluding(nearest, file, new Set()) ?? nearest);
}

function findIncluding(tsconfig: TsConfigResult, file: string, seen: Set<string>): TsConfigResult | undefined {
  if (seen.has(tsconfig.path)) return undefined;
  seen.add(tsconfig.path);
  if (createFilesMatcher(tsconfig)(file)) return tsconfig;
  for (const reference of tsconfig.config.references ?? []) {
    const target = resolve(dirname(tsconfig.path), reference.path);
    const path = target.endsWith(".json") ? target : resolve(target, "tsconfig.json");
    const found = findIncluding({ path, config: parseTsconfig(path, read) }, file, seen);
    if (found) return found;
  }
  return undefined;
}
