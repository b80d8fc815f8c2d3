import { join } from "node:path";
import { findUp } from "./find-up.js";
import type { NotedDisk } from "./noted-disk.js";

/** What {@link installCommand} installs. */
export interface Installation {
  /** @default everything in the project's package.json */
  readonly name?: string;
  /** Whether it is a development dependency. @default false */
  readonly dev?: boolean;
}

/** The command that installs a package, for the package manager whose lockfile is nearest above a directory. */
export function installCommand(directory: string, disk: NotedDisk, { name, dev = false }: Installation = {}): string {
  const { all, add, addDev } = managerOf(directory, disk);
  return name === undefined ? all : `${dev ? addDev : add} ${name}`;
}

interface Manager {
  readonly lockfiles: readonly string[];
  readonly all: string;
  readonly add: string;
  readonly addDev: string;
}

const NPM: Manager = {
  lockfiles: ["package-lock.json", "npm-shrinkwrap.json"],
  all: "npm install",
  add: "npm install",
  addDev: "npm i -D",
};

const MANAGERS: readonly Manager[] = [
  { lockfiles: ["pnpm-lock.yaml"], all: "pnpm install", add: "pnpm add", addDev: "pnpm add -D" },
  { lockfiles: ["yarn.lock"], all: "yarn install", add: "yarn add", addDev: "yarn add -D" },
  { lockfiles: ["bun.lock", "bun.lockb"], all: "bun install", add: "bun add", addDev: "bun add -d" },
  NPM,
];

function managerOf(directory: string, disk: NotedDisk): Manager {
  const managerAt = (at: string) =>
    MANAGERS.find(({ lockfiles }) => lockfiles.some((name) => disk.isFile(join(at, name))));
  return findUp(directory, managerAt) ?? NPM;
}

/** What to do in a Yarn Plug'n'Play project if the process was not started by Yarn, and so cannot find packages. */
export function plugAndPlayHelp(directory: string, disk: NotedDisk): string | undefined {
  if (process.versions.pnp !== undefined) return undefined;
  return findUp(directory, (at) => (disk.isFile(join(at, ".pnp.cjs")) ? HELP : undefined));
}

const HELP =
  "Only Yarn finds packages in Plug'n'Play: put yarn in front of the command, or set nodeLinker: node-modules in .yarnrc.yml.";
