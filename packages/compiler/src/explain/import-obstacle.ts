import { lstatSync, readlinkSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { findUp } from "../project/find-up.js";
import { installCommand, plugAndPlayHelp } from "../project/install-command.js";
import type { Project } from "../project/project.js";
import { ts } from "../typescript/typescript.js";
import { resolveImport } from "./resolve-import.js";
import { tsconfigObstacle } from "./tsconfig-obstacle.js";

/**
 * Why an import of a package does not resolve to its types, and what to do about it.
 *
 * @param specifier Such as `"@plainmcp/core/skills"`
 * @param importer Absolute path of the file with the import
 */
export function importObstacle(specifier: string, importer: string, project: Project): string | undefined {
  const { disk, options, packages } = project;
  const name = specifier.split("/", 2).join("/");
  const isOfPackage = (path: string) => /\.[cm]?ts$/.test(path) && packages.packageOf(path)?.name === name;
  const found = resolveImport(specifier, importer, options, disk);
  if (found !== undefined && isOfPackage(found)) return options.noResolve ? NO_RESOLVE : undefined;
  const folder = installedFolder(name, dirname(importer), project);
  if (folder === undefined) return notInstalled(name, dirname(importer), project);
  if (!disk.isDirectory(folder)) {
    const link = `node_modules/${name} is a link to ${readlinkSync(folder)}, which does not exist.`;
    return `${link} Run: ${installCommand(dirname(importer), disk)}`;
  }
  return tsconfigObstacle(specifier, importer, isOfPackage, project) ?? gap(specifier, name, folder, project);
}

const NO_RESOLVE = 'Remove "noResolve" from the tsconfig: it keeps TypeScript from following imports.';

/** The folder of a package in `node_modules`, or the broken link in its place. */
function installedFolder(name: string, directory: string, { disk }: Project): string | undefined {
  return findUp(directory, (at) => {
    const folder = join(at, "node_modules", name);
    return disk.isDirectory(folder) || isLink(folder) ? folder : undefined;
  });
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function notInstalled(name: string, directory: string, { disk }: Project): string {
  const command = installCommand(directory, disk, { name });
  return plugAndPlayHelp(directory, disk) ?? `${name} is not installed here. Run: ${command}`;
}

/** What is missing from the installed copy of a package. */
function gap(specifier: string, name: string, folder: string, { disk }: Project): string | undefined {
  const manifest = join(folder, "package.json");
  const again = `Delete node_modules/${name} and run: ${installCommand(dirname(folder), disk)}`;
  const { version, exports = {} } = readJson(manifest, disk);
  if (version === undefined) return `node_modules/${name} has no package.json with a version. ${again}`;
  const entry = exports[`.${specifier.slice(name.length)}`];
  const file = typeof entry === "object" ? entry.types : entry;
  if (file === undefined) {
    const update = installCommand(dirname(folder), disk, { name: `${name}@latest` });
    return `${name}@${version} has no types for ${specifier}. Check the spelling, or update: ${update}`;
  }
  return disk.isFile(join(folder, file)) ? undefined : `node_modules/${name} has no ${normalize(file)}. ${again}`;
}

/** Reads JSON as TypeScript does, which treats an invalid file as an empty object. */
function readJson(path: string, disk: Project["disk"]): PackageJson {
  return ts.parseConfigFileTextToJson(path, disk.read(path) ?? "").config ?? {};
}

interface PackageJson {
  readonly version?: string;
  readonly exports?: { readonly [path: string]: string | { readonly types?: string } };
}
