import { pathToFileURL } from "node:url";

/** Has `node --watch`, if that has started this process, watch these files: Node itself sees only the bundle of them. */
export function watchFiles(files: readonly string[]): void {
  if (process.env.WATCH_REPORT_DEPENDENCIES === undefined) return;
  process.send?.({ "watch:import": files.map((file) => pathToFileURL(file).href) });
}
