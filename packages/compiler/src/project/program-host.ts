import { withoutComments } from "../typescript/comments.js";
import { isPackaged } from "../typescript/is-packaged.js";
import { ts } from "../typescript/typescript.js";
import type { NotedDisk } from "./noted-disk.js";

/**
 * A compiler host that reads through `disk` and parses each file once per process, until it changes. Most of a run's
 * time goes into the declarations of the language and of packages.
 */
export function createProgramHost(options: ts.CompilerOptions, disk: NotedDisk): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  return Object.assign(host, {
    fileExists: (path: string) => disk.isFile(path),
    readFile: (path: string) => disk.read(path),
    directoryExists: (path: string) => disk.isDirectory(path),
    getDirectories: (path: string) => disk.directories(path),
    realpath: (path: string) => disk.realPath(path),
    getSourceFile(...[fileName, language, onError]: Parameters<typeof parse>) {
      const key = JSON.stringify([fileName, language, parseOptions(fileName, options)]);
      const version = disk.versionOf(fileName);
      const known = parsedFiles.get(key);
      if (known?.version === version) return known.file;
      const file = isPackagedDeclaration(fileName)
        ? withoutComments((mode) => parse(fileName, { ...toOptions(language), ...mode }, onError))
        : parse(fileName, language, onError);
      // TypeScript's builder needs a version on each file.
      if (file) parsedFiles.set(key, { version, file: Object.assign(file, { version }) });
      return file;
    },
  });
}

function isPackagedDeclaration(fileName: string): boolean {
  return DECLARATION.test(fileName) && isPackaged(fileName);
}

function toOptions(language: ts.ScriptTarget | ts.CreateSourceFileOptions): ts.CreateSourceFileOptions {
  return typeof language === "object" ? language : { languageVersion: language };
}

interface ParsedFile {
  readonly version: string;
  readonly file: ts.SourceFile;
}

const parsedFiles = new Map<string, ParsedFile>();

/**
 * The options that two programs must share to share a parsed file. For a source file, unlike a declaration file, any
 * option may matter.
 */
function parseOptions(fileName: string, options: ts.CompilerOptions): unknown {
  return DECLARATION.test(fileName) ? [options.moduleDetection, options.module] : options;
}

const DECLARATION = /\.d\.[cm]?ts$/;
