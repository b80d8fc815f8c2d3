import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../serve.js";
import { packageFolders } from "./package-folders.js";
import { type Package, readPackage } from "./read-package.js";

/** Links this repository's packages of the same majors into `node_modules`, in place of an installation. */
export function linkPackages(folder: string): void {
  const members = packageFolders(folder).map((member) => ({ folder: member, ...readPackage(member) }));
  const wanted = members.flatMap((member) => Object.entries({ ...member.dependencies, ...member.devDependencies }));
  for (const [name, spec] of new Map(wanted)) {
    const target = members.find((member) => member.name === name)?.folder ?? inRepository(name, spec);
    link(target, join(folder, "node_modules", name));
    for (const [program, path] of Object.entries(programs(readPackage(target))))
      link(join(target, path), join(folder, "node_modules/.bin", program));
  }
}

/** Folders of the packages of this repository: our own, and those that its checks use. */
const INSTALLED: readonly string[] = [
  ...readdirSync(join(ROOT, "packages")).map((name) => join(ROOT, "packages", name)),
  ...["node_modules", "test/node_modules"].flatMap((path) => packagesIn(join(ROOT, path))),
];

function packagesIn(modules: string): readonly string[] {
  return readdirSync(modules).flatMap((name) => {
    if (name.startsWith(".")) return [];
    return name.startsWith("@") ? packagesIn(join(modules, name)) : [join(modules, name)];
  });
}

function inRepository(name: string, spec: string): string {
  const found = INSTALLED.filter((folder) => existsSync(join(folder, "package.json"))).find((folder) => {
    const installed = readPackage(folder);
    return installed.name === name && major(installed.version) === major(spec);
  });
  if (!found) throw new Error(`This repository has no ${name} ${major(spec)}, so the set-up cannot be \`isFast\`.`);
  return found;
}

function major(version = ""): string | undefined {
  return version.split(".")[0];
}

function programs({ name = "", bin = {} }: Package): Readonly<Record<string, string>> {
  return typeof bin === "string" ? { [name]: bin } : bin;
}

function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  if (!existsSync(path)) symlinkSync(target, path);
}
