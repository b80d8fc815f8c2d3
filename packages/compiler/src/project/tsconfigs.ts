import { dirname, resolve } from "node:path";
import { includingTsconfig, type TsconfigScope } from "../typescript/including-tsconfig.js";
import { ts } from "../typescript/typescript.js";
import type { NotedDisk } from "./noted-disk.js";

/** A parsed tsconfig, or why it could not be parsed. */
export interface ParsedTsconfig {
  readonly parsed: ts.ParsedCommandLine | undefined;
  readonly fatal: readonly ts.Diagnostic[];
}

/** The tsconfigs of a run, each read once. */
export class Tsconfigs {
  readonly #given: string | undefined;
  readonly #disk: NotedDisk;
  readonly #parsed = new Map<string, ParsedTsconfig>();

  /** @param given Absolute path of the tsconfig for all files. @default the nearest one above each file */
  constructor(given: string | undefined, disk: NotedDisk) {
    this.#given = given;
    this.#disk = disk;
  }

  /**
   * The path of the tsconfig that applies to a file: the nearest one, or the one among its references that includes the
   * file.
   *
   * @param file Absolute path
   */
  find(file: string): string | undefined {
    const path = this.#given ?? ts.findConfigFile(dirname(file), (candidate) => this.#disk.isFile(candidate));
    const name = file.replaceAll("\\", "/");
    return path && (includingTsconfig(path, (one) => this.#scopeOf(one, name)) ?? path);
  }

  /** Parses a tsconfig with those that it extends. */
  parse(path: string): ParsedTsconfig {
    const known = this.#parsed.get(path);
    if (known) return known;
    const parsed = parse(path, this.#disk);
    this.#parsed.set(path, parsed);
    return parsed;
  }

  #scopeOf(path: string, file: string): TsconfigScope {
    const { fileNames = [], projectReferences = [] } = this.parse(path).parsed ?? {};
    return {
      includesFile: fileNames.includes(file),
      references: projectReferences.map((reference) => ts.resolveProjectReferencePath(reference)),
    };
  }
}

function parse(path: string, disk: NotedDisk): ParsedTsconfig {
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

/** The part of a pattern before its first wildcard. */
function fixedPart(pattern: string): string {
  const [fixed = ""] = pattern.split(/[*?]/, 1);
  return fixed === pattern ? pattern : fixed.slice(0, fixed.lastIndexOf("/") + 1);
}
