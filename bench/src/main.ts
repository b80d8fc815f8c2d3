// The command of the benchmark: `npm run bench` from the root.
import { writeFileSync } from "node:fs";
import { BENCHES } from "./benches.js";
import { type Arguments, HELP, readArguments, UsageError } from "./command/arguments.js";
import { saveReport } from "./command/save-report.js";
import { writePerformance } from "./docs/write-performance.js";
import type { Bench } from "./shared/bench.js";
import { machine } from "./shared/machine.js";
import { endProgress } from "./shared/progress.js";
import type { Report } from "./shared/report.js";
import { reportText } from "./shared/report-text.js";

// Leaving by `exit` ends the servers too.
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const) {
  process.once(signal, () => {
    endProgress();
    process.exit(code);
  });
}

try {
  await run(readArguments(process.argv.slice(2), BENCHES));
} catch (error) {
  endProgress();
  if (error instanceof UsageError) {
    console.error(`${error.message}\n\nnpm run bench -- --help  says what is possible.`);
    process.exit(2);
  }
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function run({ command, benches, options, json, save }: Arguments): Promise<void> {
  if (command === "help") return console.log(HELP);
  if (command === "list") return console.log(listText());
  if (command === "docs") return console.log(writePerformance().join("\n"));
  const reports: Report[] = [];
  for (const bench of benches) {
    if (bench.problem !== undefined) {
      const message = `${bench.name}: ${bench.problem}`;
      if (benches.length === 1) throw new Error(message);
      console.error(message);
      continue;
    }
    const { tables, versions } = await bench.run(options);
    endProgress();
    const report = { bench: bench.name, machine: machine(), versions, tables };
    console.log(`${benches.length > 1 ? `## ${bench.name}\n\n` : ""}${reportText(report)}\n`);
    if (save) saveReport(report);
    reports.push(report);
  }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(reports, null, 2)}\n`);
  // Open connections must not keep it alive.
  process.exit(0);
}

function listText(): string {
  const width = Math.max(...BENCHES.map(({ name }) => name.length));
  const lines = BENCHES.map(({ name, summary }: Bench) => `  ${name.padEnd(width)}  ${summary}`);
  return `${lines.join("\n")}\n\nRun one: npm run bench NAME. Run all: npm run bench all. Options: npm run bench -- --help`;
}
