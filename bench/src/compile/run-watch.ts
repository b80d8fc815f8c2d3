// Runs in a process of its own: esbuild with our plugin, which builds once and then again after each edit.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { buildWithPlugin } from "./build-with-plugin.js";

const [folder = ".", edits = "1"] = process.argv.slice(2);
const [edited = ""] = readFileSync(join(folder, "files.txt"), "utf8").split("\n");
const text = readFileSync(edited, "utf8");
const build = await buildWithPlugin(join(folder, "src/server.ts"));
await build.rebuild();
const milliseconds: number[] = [];
for (let edit = 1; edit <= Number(edits); edit += 1) {
  writeFileSync(edited, text.replace("note?:", `note${edit}?:`));
  const started = performance.now();
  const { outputFiles } = await build.rebuild();
  milliseconds.push(performance.now() - started);
  if (!outputFiles[0]?.text.includes(`note${edit}`)) throw new Error("The edit is not in the manifest");
}
writeFileSync(edited, text);
await build.dispose();
console.log(JSON.stringify(milliseconds));
