import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildWithPlugin } from "../compile/build-with-plugin.js";
import type { Method } from "../load/workload.js";
import { calculatorSource } from "../servers/calculator-source.js";
import { installedVersion } from "../servers/installed-version.js";
import type { Bench } from "../shared/bench.js";
import { bundleScript } from "../shared/bundle-script.js";
import { countOf } from "../shared/count-of.js";
import { measureBeside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import { named } from "../shared/named.js";
import type { ReportTable } from "../shared/report.js";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";

const BASE = "bare";
const MODULES: Readonly<Record<string, string>> = {
  "sdk-v2": "bench/sdk/v2-fetch.mjs",
  "sdk-v2-mcpserver": "bench/sdk/v2-mcpserver-fetch.mjs",
};
const SUBJECTS = [BASE, "ours", ...Object.keys(MODULES)];

/** What a handler of web-standard requests costs, without any network. */
export const FETCH: Bench = {
  name: "fetch",
  summary: "requests to a handler in the same process: createHttpHandler beside createMcpHandler",
  subjects: SUBJECTS,
  run: async ({ tiny, full, rounds = tiny ? 0 : 5, subjects = SUBJECTS }) => {
    const work = createWorkFolder();
    const runner = await bundleScript(fileURLToPath(new URL("run-fetch.ts", import.meta.url)), work);
    const names = SUBJECTS.filter((name) => name === BASE || subjects.includes(name));
    const tables: ReportTable[] = [];
    for (const tools of tiny ? [2] : full ? [1, 50, 500] : [50]) {
      const ours = await writeOurs(join(work, String(tools)), tools);
      for (const method of ["tools/call", "tools/list"] as const) {
        const settings = { runner, work, tools, method, duration: tiny ? 20 : 1000 };
        tables.push(await measure(settings, names, rounds, ours));
      }
    }
    const versions = {
      ours: installedVersion("@plainmcp/core"),
      "sdk-v2": installedVersion("@modelcontextprotocol/server"),
    };
    return { tables, versions };
  },
};

interface Settings {
  /** The script that measures one of them. */
  readonly runner: string;
  readonly work: string;
  readonly tools: number;
  readonly method: Method;
  /** Milliseconds. */
  readonly duration: number;
}

async function measure(
  { runner, work, tools, method, duration }: Settings,
  names: readonly string[],
  rounds: number,
  ours: string,
): Promise<ReportTable> {
  const run = (name: string) => async (): Promise<number> => {
    const module = name === "ours" ? ours : join(ROOT, MODULES[name] ?? "bench/bare/fetch.mjs");
    const args = [runner, module, method, String(tools), String(duration)];
    const { stdout } = await named(name, () => runProcess(args, { cwd: work, env: { TOOLS: String(tools) } }));
    return Number(stdout);
  };
  const base = run(BASE);
  const subjects = names.map((name) => ({ name, measure: run(name), ...(name !== BASE && { base }) }));
  const title = `${method} by fetch, 2026-07-28, ${countOf(tools, "tool")}`;
  const samples = await measureBeside(subjects, rounds, title);
  const rows = [...samples].map(([subject, taken]) => ({
    subject,
    values: [median(taken.map(({ own }) => own)), median(taken.map(({ own, base }) => own / base))],
  }));
  const columns = [
    { name: "CPU per request", unit: "µs" },
    { name: "of bare", unit: "×" },
  ] as const;
  return { title, columns, rows, ...(tools === 50 && { chart: 1 }) };
}

/** A module with our handler, built with our plugin as a user's own program is. @returns Its file */
async function writeOurs(folder: string, tools: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "calculator.ts"), calculatorSource(tools));
  const entry = join(folder, "handler.ts");
  writeFileSync(
    entry,
    'import { createHttpHandler } from "@plainmcp/transport-http";\nimport Calculator from "./calculator.js";\n\nexport default createHttpHandler(Calculator);\n',
  );
  const build = await buildWithPlugin(entry);
  const { outputFiles } = await build.rebuild();
  await build.dispose();
  const file = join(folder, "handler.mjs");
  writeFileSync(file, outputFiles[0]?.text ?? "");
  return file;
}
