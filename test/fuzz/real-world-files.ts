import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ROOT } from "../support/serve.js";

/**
 * TypeScript sources and declarations of every package that is installed, each text once, in an order that is random but
 * always the same.
 */
export function realWorldFiles(): readonly string[] {
  const files = filesIn(STORE)
    .filter((file) => /\.[cm]?tsx?$/.test(file) && !SKIPPED.test(file))
    .map((file) => ({ file, order: hash(relative(STORE, file).split(sep).join("/")) }))
    .sort((one, other) => (one.order < other.order ? -1 : 1));
  const byText = new Map<string, string>();
  for (const { file } of files) {
    const text = hash(readFileSync(file));
    if (!byText.has(text)) byText.set(text, file);
  }
  return [...byText.values()];
}

/** Links are not followed: they lead to what is found anyway, and to our own sources. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

const STORE = join(ROOT, "node_modules/.pnpm");

/** Global libraries export nothing; tests and benchmarks of packages import what is not installed. */
const SKIPPED = /[\\/]lib\.[^\\/]*\.d\.ts$|\.(?:test|spec|bench)\.[cm]?tsx?$/;

function hash(text: string | Buffer): string {
  return createHash("sha256").update(text).digest("hex");
}
