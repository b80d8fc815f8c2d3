import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { ROOT } from "./serve.js";

/** A project of these files, which can import our packages and the toolchains. It is deleted when the test ends. */
export function sourceProject(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(ROOT, "test/fixtures/project-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const compilerOptions = { target: "es2022", module: "esnext", moduleResolution: "bundler", strict: true, types: [] };
  const all = {
    "package.json": '{ "name": "project", "version": "1.0.0", "type": "module" }',
    "tsconfig.json": JSON.stringify({ compilerOptions }),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
