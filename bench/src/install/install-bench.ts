import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { buildCalculator } from "../servers/build-calculator.js";
import { installedVersion } from "../servers/installed-version.js";
import { PEER_SUBJECTS } from "../servers/peer-subjects.js";
import type { Bench } from "../shared/bench.js";
import { progress } from "../shared/progress.js";
import type { Column, ReportTable, Row } from "../shared/report.js";
import { PNPM, runQuietly } from "../shared/scripts.js";
import { createWorkFolder, ROOT } from "../shared/work-folder.js";
import { measureBuilt } from "./measure-built.js";
import { type Installed, measureInstall, measureLocked } from "./measure-install.js";

const OURS = ["core + transport-stdio", "core + transport-http", "plainmcp, to build"];
const SDK = { "sdk-v2": ["server", "node"], "sdk-v1": ["sdk"] };
const PEERS = PEER_SUBJECTS.map(({ name }) => name);
const SUBJECTS = [...OURS, ...Object.keys(SDK), ...PEERS];

/** What `npm install` brings, and how large a built server is. */
export const INSTALL: Bench = {
  name: "install",
  summary: "packages and bytes that npm installs, and the size of built servers; needs a network",
  subjects: SUBJECTS,
  run: async ({ tiny, subjects = SUBJECTS }) => {
    const tables = [await measureBuilds()];
    // Without a network, there is nothing to install.
    if (!tiny) tables.unshift(await measureInstalls(subjects));
    const packages = ["@plainmcp/core", "@modelcontextprotocol/server", "@modelcontextprotocol/sdk"];
    return { tables, versions: Object.fromEntries(packages.map((name) => [name, installedVersion(name)])) };
  },
};

const INSTALL_COLUMNS: readonly Column[] = [
  { name: "packages", unit: "" },
  { name: "installed", unit: "MB" },
  { name: "of ours", unit: "×" },
];

async function measureInstalls(subjects: readonly string[]): Promise<ReportTable> {
  const wanted = (name: string): boolean => subjects.includes(name);
  const packed = await pack();
  const tarballs = (...names: readonly string[]): readonly string[] => names.map((name) => packed(name));
  const runtime = ["plainmcp-core"];
  const found = new Map<string, Installed>();
  const install = async (name: string, specs: readonly string[]): Promise<void> => {
    found.set(name, await measureInstall(name, specs));
  };
  const [stdio = "", http = "", command = ""] = OURS;
  if (wanted(stdio)) await install(stdio, tarballs(...runtime, "plainmcp-transport-stdio"));
  await install(http, tarballs(...runtime, "plainmcp-transport-http"));
  if (wanted(command)) {
    const all = ["plainmcp-compiler", "plainmcp-transport-stdio", "plainmcp-transport-http", "plainmcp"];
    await install(command, tarballs(...runtime, ...all));
  }
  for (const [name, packages] of Object.entries(SDK).filter(([name]) => wanted(name))) {
    const specs = packages.map((part) => installedVersion(`@modelcontextprotocol/${part}`).replace(" ", "@"));
    await install(name, [...specs, installedVersion("zod").replace(" ", "@")]);
  }
  for (const name of PEERS.filter(wanted)) found.set(name, await measureLocked(name, join(ROOT, "bench/peers", name)));
  const base = found.get(http)?.bytes ?? Number.NaN;
  const rows = [...found].map(
    ([subject, { packages, bytes }]): Row => ({ subject, values: [packages, bytes / 1e6, bytes / base] }),
  );
  return { title: "npm install", columns: INSTALL_COLUMNS, rows, chart: 1 };
}

/** Packs our packages. @returns How to find one's tarball */
async function pack(): Promise<(name: string) => string> {
  const folder = join(createWorkFolder(), "packed");
  mkdirSync(folder);
  await runQuietly("pack", "npx", [...PNPM, "run", "pack-packages", "--pack-destination", folder]);
  const files = readdirSync(folder);
  return (name) => {
    const file = files.find((candidate) => new RegExp(`^${name}-\\d`).test(candidate));
    if (file === undefined) throw new Error(`There is no ${name} among ${files.join(", ")}.`);
    return join(folder, file);
  };
}

const BUILD_COLUMNS: readonly Column[] = [
  { name: "files", unit: "" },
  { name: "size", unit: "kB" },
  { name: "gzipped", unit: "kB" },
  { name: "gzipped, run at start", unit: "kB" },
  { name: "of ours", unit: "×" },
];

async function measureBuilds(): Promise<ReportTable> {
  progress("built servers");
  const sdk = join(createWorkFolder(), "sdk-v2.mjs");
  await build({
    ...{ entryPoints: [join(ROOT, "bench/sdk/v2.mjs")], outfile: sdk, bundle: true, platform: "node", format: "esm" },
    banner: { js: 'import { createRequire } from "node:module";\nconst require = createRequire(import.meta.url);' },
  });
  const built = [
    ["ours, stdio", await measureBuilt(await buildCalculator("stdio", 1))],
    ["ours, http", await measureBuilt(await buildCalculator("http", 1))],
    ["sdk-v2, both, bundled by esbuild", await measureBuilt(sdk)],
  ] as const;
  const base = built[1][1].gzippedAtStart;
  const rows = built.map(([subject, { files, bytes, gzipped, gzippedAtStart }]): Row => {
    const values = [files, bytes / 1000, gzipped / 1000, gzippedAtStart / 1000, gzippedAtStart / base];
    return { subject, values };
  });
  return { title: "built server, 1 tool", columns: BUILD_COLUMNS, rows };
}
