import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../shared/run-process.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";
import type { Transport } from "./server-subject.js";

/** Where each of them listens, because the port is part of what is built. */
export const XMCP_PORT = 23117;

/** What `xmcp build` makes of a project with this many tools, a file each. @returns The built server's file */
export async function buildXmcp(folder: string, transport: Transport, tools: number, node: string): Promise<string> {
  work ??= createWorkFolder(folder);
  const project = join(work, String(tools));
  const built = join(project, "dist", `${transport}.js`);
  if (existsSync(built)) return built;
  mkdirSync(join(project, "src/tools"), { recursive: true });
  for (let n = 0; n < tools; n += 1) writeFileSync(join(project, `src/tools/add${n}.ts`), toolText(n));
  writeFileSync(join(project, "package.json"), '{ "name": "calculator", "version": "1.0.0", "type": "module" }');
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  writeFileSync(join(project, "xmcp.config.ts"), CONFIG);
  const cli = join(ROOT, folder, "node_modules/xmcp/dist/cli.js");
  await runProcess([cli, "build"], { cwd: project, program: node, env: { XMCP_TELEMETRY_DISABLED: "1" } });
  return built;
}

let work: string | undefined;

const COMPILER_OPTIONS = { target: "es2022", module: "esnext", moduleResolution: "bundler", strict: true };

const CONFIG = `import type { XmcpConfig } from "xmcp";

const config: XmcpConfig = { http: { port: ${XMCP_PORT} }, stdio: true, paths: { tools: "src/tools", prompts: false, resources: false } };

export default config;
`;

function toolText(n: number): string {
  return `import { z } from "zod";

export const schema = { a: z.number().describe("The first number"), b: z.number().describe("The second number") };

export const outputSchema = { sum: z.number() };

export const metadata = { name: "add${n}", description: "Adds two numbers, in way ${n}." };

export default async function add({ a, b }: { a: number; b: number }) {
  const structuredContent = { sum: a + b };
  return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
}
`;
}
