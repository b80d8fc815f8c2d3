import { dirname, resolve } from "node:path";
import { ts } from "../typescript.js";
import type { NotedDisk } from "./noted-disk.js";

/**
 * The tsconfig that holds for a file: the one given, or the nearest one above it. Where that only refers to others, as
 * the templates of Vite do, it is the one of those that includes the file.
 *
 * @param tsconfig Absolute path
 * @param file Absolute path
 */
export function findTsconfig(tsconfig: string | undefined, file: string, disk: NotedDisk): string | undefined {
  const path = tsconfig ?? ts.findConfigFile(dirname(file), (candidate) => disk.isFile(candidate));
  return path && (findIncluding(path, file, disk, new Set()) ?? path);
}

/** What a tsconfig says, or why it says nothing. */
export interface ParsedTsconfig {
  readonly parsed: ts.ParsedCommandLine | undefined;
  readonly fatal: readonly ts.Diagnostic[];
}

/** Reads a tsconfig and those it extends. */
export function parseTsconfig(path: string, disk: NotedDisk): ParsedTsconfig {
  const fatal: ts.Diagnostic[] = [];
  const parsed = ts.getParsedCommandLineOfConfigFile(path, undefined, {
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    getCurrentDirectory: () => ts.sys.getCurrentDirectory(),
    fileExists: (candidate) => disk.isFile(candidate),
    readFile: (candidate) => disk.read(candidate),
    readDirectory(root, extensions, excludes, includes, depth) {
      for (const pattern of includes) disk.noteDeclarations(resolve(root, fixedPart(pattern)));
      return ts.sys.readDirectory(root, extensions, excludes, includes, depth);
    },
    onUnRecoverableConfigFileDiagnostic: (error) => fatal.push(error),
  });
  return { parsed, fatal };
}

function findIncluding(path: string, file: string, disk: NotedDisk, seen: Set<string>): string | undefined {
  if (seen.has(path)) return undefined;
  seen.add(path);
  const { parsed } = parseTsconfig(path, disk);
  if (parsed?.fileNames.includes(file.replaceAll("\\", "/"))) return path;
  for (const reference of parsed?.projectReferences ?? []) {
    const found = findIncluding(ts.resolveProjectReferencePath(reference), file, disk, seen);
    if (found) return found;
  }
  return undefined;
}

/** The part of a pattern before its first wildcard. */
function fixedPart(pattern: string): string {
  const [fixed = ""] = pattern.split(/[*?]/, 1);
  return fixed === pattern ? pattern : fixed.slice(0, fixed.lastIndexOf("/") + 1);
}
