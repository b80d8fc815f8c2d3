// Runs in a process of its own: esbuild with our plugin, which builds a server once and then again after each edit.
import { readFileSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { buildWithPlugin } from "./build-with-plugin.js";

const [entry = "", tsconfig = "", edited = "", edits = "1"] = process.argv.slice(2);
const build = await buildWithPlugin(entry, { tsconfig });
await build.rebuild();
const text = readFileSync(edited, "utf8");
const measure = async (change: (edit: number) => string) => {
  const milliseconds: number[] = [];
  for (let edit = 1; edit <= Number(edits); edit += 1) {
    writeFileSync(edited, text + change(edit));
    const started = performance.now();
    await build.rebuild();
    milliseconds.push(performance.now() - started);
  }
  return milliseconds;
};
const code = await measure((edit) => `export const edit${edit} = ${edit};\n`);
const comment = await measure((edit) => `// Edit ${edit}\n`);
writeFileSync(edited, text);
await build.dispose();
console.log(JSON.stringify({ code, comment }));
