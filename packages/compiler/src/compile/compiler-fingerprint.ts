import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { hash } from "../cache/disk-answers.js";
import { typescriptFile } from "../typescript/typescript.js";

/** In the bundle, this module is at the top level; in the source, it is in a folder. */
const OWN_FOLDER = new URL(import.meta.url.endsWith(".ts") ? "../" : "./", import.meta.url);

/** Name and version of this compiler, as manifests carry it. */
export const GENERATOR: string = `@plainmcp/compiler@${ownVersion()}`;

let known: string | undefined;

/** Differs between any two compilers that could give different results, such as other versions and patched ones. */
export function compilerFingerprint(): string {
  known ??= hash(JSON.stringify([GENERATOR, process.versions.node.split(".", 1), ownFiles(), typescript()]));
  return known;
}

function ownVersion(): string {
  const text = readFileSync(new URL("../package.json", OWN_FOLDER), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

function ownFiles(): string[] {
  const folder = fileURLToPath(OWN_FOLDER);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.[jt]s$/.test(name))
    .sort()
    .map((name) => `${name} ${stamp(join(folder, name))}`);
}

function typescript(): string {
  const path = typescriptFile();
  return `${path} ${stamp(path)}`;
}

function stamp(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size} ${mtimeMs}`;
}
