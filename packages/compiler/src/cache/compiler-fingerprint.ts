import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { GENERATOR } from "../generator.js";
import { typescriptFile } from "../typescript.js";
import { hash } from "./disk-answers.js";

let known: string | undefined;

/** Differs between any two compilers that could come to different results: other versions, and patched ones. */
export function compilerFingerprint(): string {
  known ??= hash(JSON.stringify([GENERATOR, process.versions.node.split(".", 1), ownFiles(), typescript()]));
  return known;
}

/** In the bundle this module lies at the top, with all others; in the source, in a folder beside them. */
function ownFiles(): string[] {
  const folder = fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? ".." : ".", import.meta.url));
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
