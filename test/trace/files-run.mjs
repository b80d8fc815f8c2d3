import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { SourceMap } from "node:module";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const PACKAGES = fileURLToPath(new URL("../../packages", import.meta.url));

/** Runs something and returns the source files of our packages of which a function was called meanwhile. */
export async function filesRun(run) {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  await run();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  session.disconnect();
  const files = new Set();
  for (const { url, functions } of result) {
    if (!url.startsWith("file:") || !fileURLToPath(url).startsWith(PACKAGES)) continue;
    const sourceOf = sourcesOf(fileURLToPath(url));
    for (const { ranges } of functions) {
      const [{ startOffset, count }] = ranges;
      if (count > 0) files.add(relative(PACKAGES, sourceOf(startOffset)));
    }
  }
  return [...files].sort();
}

/** Finds the source file of a place in a built file. */
function sourcesOf(file) {
  const text = readFileSync(file, "utf8");
  const map = new SourceMap(JSON.parse(readFileSync(`${file}.map`, "utf8")));
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    const { originalSource } = map.findEntry(line, offset - starts[line]);
    return resolve(dirname(file), originalSource ?? file);
  };
}
