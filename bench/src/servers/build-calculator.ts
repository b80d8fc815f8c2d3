import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";
import { calculatorSource } from "./calculator-source.js";
import type { Transport } from "./server-subject.js";

/** What `plainmcp build` makes of a class with this many tools, once in a process. @returns The built server's file */
export async function buildCalculator(transport: Transport, tools: number): Promise<string> {
  work ??= createWorkFolder();
  const folder = join(work, `${transport}-${tools}`);
  const built = join(folder, "dist/server.mjs");
  if (existsSync(built)) return built;
  mkdirSync(folder, { recursive: true });
  const source = join(folder, "server.ts");
  writeFileSync(source, calculatorSource(tools));
  const plainmcp = join(ROOT, "packages/cli/bin/plainmcp.js");
  await runProcess([plainmcp, "build", source, "--transport", transport, "--out-dir", join(folder, "dist")], {
    cwd: folder,
  });
  return built;
}

let work: string | undefined;
