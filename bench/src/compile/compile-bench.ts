import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installedVersion } from "../servers/installed-version.js";
import type { Bench } from "../shared/bench.js";
import { bundleScript } from "../shared/bundle-script.js";
import { interleave, type Subject } from "../shared/interleave.js";
import { median } from "../shared/median.js";
import type { ReportTable } from "../shared/report.js";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";
import { type GeneratedProject, generateProject } from "./generate-project.js";
import { measureLargePrograms } from "./large-programs.js";

/** The subject that all others are compared with. */
const BASE = "tsc 5.9 --noEmit";

/** What the compiler keeps of the projects. Of TypeScript itself, it keeps the code elsewhere. */
const RESULTS = join(ROOT, "bench/node_modules/.cache/plainmcp");

/** Compiling classes to their manifest, beside tsc --noEmit and typescript-json-schema. */
export const COMPILE: Bench = {
  name: "compile",
  summary: "from classes to their manifest, beside tsc --noEmit and typescript-json-schema; large programs",
  subjects: [],
  run: async ({ tiny, rounds = tiny ? 0 : 7 }) => {
    const work = createWorkFolder();
    const scripts = {
      tjs: await bundleScript(script("run-typescript-json-schema"), work, { external: true }),
      watch: await bundleScript(script("run-watch"), work, { external: true }),
    };
    const tables: ReportTable[] = [];
    for (const tools of tiny ? [2] : [10, 100, 1000]) {
      const folder = join(work, String(tools));
      mkdirSync(folder);
      const project = generateProject(folder, tools);
      writeFileSync(join(folder, "files.txt"), project.files.map(({ path }) => path).join("\n"));
      const measured = subjects(project, scripts, tiny ? 1 : 15);
      const samples = await interleave(measured, rounds, `compile ${tools} tools`);
      const medians = [...samples].map(([name, times]) => ({ name, time: median(times) }));
      const base = medians.find(({ name }) => name === BASE)?.time ?? Number.NaN;
      const columns = [
        { name: "median", unit: "ms" },
        { name: `of ${BASE}`, unit: "×" },
      ] as const;
      const rows = medians.map(({ name, time }) => ({ subject: name, values: [time, time / base] }));
      tables.push({ title: `${tools} tools`, columns, rows, ...(tools === 100 && { chart: 1 }) });
    }
    const large = tiny ? { modules: 20, rounds: 1, edits: 1 } : { modules: 1000, rounds: 2, edits: 5 };
    tables.push(await measureLargePrograms(large));
    const packages = ["typescript-5.9", "typescript", "typescript-json-schema"];
    return { tables, versions: Object.fromEntries(packages.map((name) => [name, installedVersion(name)])) };
  },
};

/** What is measured, each in a new process but for the edits. */
function subjects(
  project: GeneratedProject,
  scripts: { readonly tjs: string; readonly watch: string },
  edits: number,
): readonly Subject<number>[] {
  const { folder, files } = project;
  const manifest = [
    join(ROOT, "packages/cli/bin/plainmcp.js"),
    "manifest",
    ...files.map(({ path }) => path),
    ...["--out", join(folder, "manifest.json")],
  ];
  const tsc = (name: string): readonly string[] => [join(ROOT, "bench/node_modules", name, "bin/tsc"), "--noEmit"];
  const timed =
    (args: readonly string[], env: Record<string, string> = {}) =>
    async (): Promise<number> =>
      (await runProcess(args, { cwd: folder, env })).milliseconds;
  const cold = async (): Promise<number> => {
    rmSync(RESULTS, { recursive: true, force: true });
    return timed(manifest)();
  };
  return [
    { name: "plainmcp manifest, cold", measure: cold },
    { name: "plainmcp manifest, warm", measure: timed(manifest) },
    { name: "plainmcp manifest, nothing kept", measure: timed(manifest, { PLAINMCP_CACHE: "off" }) },
    { name: BASE, measure: timed(tsc("typescript-5.9")) },
    { name: "tsc 7.0 --noEmit", measure: timed(tsc("typescript")) },
    { name: "typescript-json-schema", measure: timed([scripts.tjs, folder]) },
    {
      name: "esbuild with plainmcp, an edit",
      measure: async () => {
        const { stdout } = await runProcess([scripts.watch, folder, String(edits)], { cwd: folder });
        return median(JSON.parse(stdout));
      },
    },
    { name: "node, doing nothing", measure: timed(["--eval", ""]) },
  ];
}

function script(name: string): string {
  return fileURLToPath(new URL(`${name}.ts`, import.meta.url));
}
