import { statSync } from "node:fs";
import { ts } from "../typescript.js";

const cache = new Map<string, ts.SourceFile>();

/**
 * A compiler host that parses declaration files (the language's library, `node_modules`) once per process: most of the
 * time of a run goes into them.
 */
export function createCachingHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const parse = host.getSourceFile.bind(host);
  host.getSourceFile = (fileName, languageVersion, onError, shouldCreate) => {
    if (!/\.d\.[cm]?ts$/.test(fileName)) return parse(fileName, languageVersion, onError, shouldCreate);
    const key = JSON.stringify([
      fileName,
      modified(fileName),
      languageVersion,
      options.moduleDetection,
      options.module,
    ]);
    const file = cache.get(key) ?? parse(fileName, languageVersion, onError, shouldCreate);
    if (file) cache.set(key, file);
    return file;
  };
  return host;
}

function modified(fileName: string): number | undefined {
  return statSync(fileName, { throwIfNoEntry: false })?.mtimeMs;
}
