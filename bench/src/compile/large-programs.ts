import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleScript } from "../shared/bundle-script.js";
import { median } from "../shared/median.js";
import { progress } from "../shared/progress.js";
import type { Column, ReportTable, Row } from "../shared/report.js";
import { runProcess } from "../shared/run-process.js";
import { startServer } from "../shared/start-server.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";
import { generateModules } from "./generate-modules.js";

/** How much is measured. */
export interface LargeProgramsOptions {
  /** Modules of the generated program. */
  readonly modules: number;
  readonly rounds: number;
  readonly edits: number;
}

/** Measures programs that are large, or import what is, and returns the table. */
export async function measureLargePrograms({ modules, rounds, edits }: LargeProgramsOptions): Promise<ReportTable> {
  const work = createWorkFolder("bench/packages");
  const script = await bundleScript(fileURLToPath(new URL("run-edits.ts", import.meta.url)), createWorkFolder(), {
    external: true,
  });
  const rows: Row[] = [];
  for (const program of [generated(work, modules), ...installed(work)]) {
    const samples: Sample[] = [];
    // As everywhere, the first round does not count.
    for (let round = 0; round <= rounds; round += 1) {
      progress(`compile ${program.name}`, round === 0 ? "warming up" : `round ${round} of ${rounds}`);
      samples.push(await measure(program, script, edits));
    }
    rows.push(toRow(program, samples.slice(1)));
  }
  return { title: "large programs", columns: COLUMNS, rows };
}

const COLUMNS: readonly Column[] = [
  { name: "files", unit: "" },
  { name: "tsc 5.9", unit: "ms" },
  { name: "cold", unit: "ms" },
  { name: "of tsc", unit: "×" },
  { name: "warm", unit: "ms" },
  { name: "memory", unit: "MB" },
  { name: "first answer", unit: "ms" },
  { name: "edit", unit: "ms" },
  { name: "comment", unit: "ms" },
];

interface LargeProgram {
  readonly name: string;
  readonly entry: string;
  readonly tsconfig: string;
  readonly edited: string;
}

/** Milliseconds, but for what says otherwise. */
interface Sample {
  readonly files: number;
  readonly tsc: number;
  readonly cold: number;
  readonly warm: number;
  readonly megabytes: number;
  readonly firstAnswer: number;
  readonly code: number;
  readonly comment: number;
}

const PACKAGES = join(ROOT, "bench/packages");

function generated(work: string, modules: number): LargeProgram {
  const folder = join(work, "modules");
  return {
    name: `${modules} modules`,
    tsconfig: writeTsconfig(folder),
    ...generateModules(folder, modules),
  };
}

/** None where nobody has installed the packages. */
function installed(work: string): readonly LargeProgram[] {
  if (!existsSync(join(PACKAGES, "node_modules"))) return [];
  const names = readdirSync(PACKAGES).filter((name) => existsSync(join(PACKAGES, name, "server.ts")));
  return names.map((name) => {
    const folder = join(work, name);
    const entry = join(folder, "server.ts");
    const tsconfig = writeTsconfig(folder);
    copyFileSync(join(PACKAGES, name, "server.ts"), entry);
    return { name, entry, tsconfig, edited: entry };
  });
}

function writeTsconfig(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "tsconfig.json");
  writeFileSync(path, JSON.stringify({ extends: "../../../tsconfig.json", include: ["."] }));
  return path;
}

async function measure(program: LargeProgram, script: string, edits: number): Promise<Sample> {
  const { entry, tsconfig, edited } = program;
  const plainmcp = join(ROOT, "packages/cli/bin/plainmcp.js");
  const tsc = [join(ROOT, "bench/node_modules/typescript-5.9/bin/tsc"), "--project", tsconfig];
  const manifest = [plainmcp, "manifest", entry, "--tsconfig", tsconfig, "--out", `${entry}.json`];
  const serve = [plainmcp, "serve", entry, "--tsconfig", tsconfig];
  const cwd = PACKAGES;
  const forget = () => {
    for (const folder of ["bench", "bench/packages"]) {
      rmSync(join(ROOT, folder, "node_modules/.cache/plainmcp"), { recursive: true, force: true });
    }
  };
  const listed = await runProcess([...tsc, "--listFilesOnly"], { cwd });
  const checked = await runProcess(tsc, { cwd });
  forget();
  const cold = await runProcess(["--import", TELL_MEMORY, ...manifest], { cwd });
  const warm = await runProcess(manifest, { cwd });
  forget();
  const server = await startServer(serve, { cwd });
  await server.end();
  const { stdout } = await runProcess([script, entry, tsconfig, edited, String(edits)], { cwd });
  const { code, comment } = JSON.parse(stdout);
  return {
    files: listed.stdout.trim().split("\n").length,
    tsc: checked.milliseconds,
    cold: cold.milliseconds,
    warm: warm.milliseconds,
    megabytes: Number(/maxRSS (\d+)/.exec(cold.stderr)?.[1]) / 1000,
    firstAnswer: server.milliseconds,
    code: median(code),
    comment: median(comment),
  };
}

/** Has Node say at its end how much memory it took at most. */
const TELL_MEMORY = `data:text/javascript,process.on("exit",()=>console.error("maxRSS",process.resourceUsage().maxRSS))`;

function toRow({ name }: LargeProgram, samples: readonly Sample[]): Row {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  const cold = of("cold");
  const tsc = of("tsc");
  const values = [
    ...[of("files"), tsc, cold, cold / tsc, of("warm"), of("megabytes")],
    ...[of("firstAnswer"), of("code"), of("comment")],
  ];
  return { subject: name, values };
}
