import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

/** A user's project, which is gone when the test is. */
export interface TemporaryProject {
  readonly folder: string;
  /** Writes a file; `undefined` removes it. */
  write(name: string, content: string | undefined): void;
}

/** Makes a project with these files, in which `@plainmcp/core` is installed. */
export function temporaryProject(files: Readonly<Record<string, string>>): TemporaryProject {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "plainmcp-")));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const core = join(folder, "node_modules", "@plainmcp", "core");
  mkdirSync(dirname(core), { recursive: true });
  symlinkSync(fileURLToPath(new URL("../../core/", import.meta.url)), core);
  const write = (name: string, content: string | undefined) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    if (content === undefined) rmSync(path);
    else writeFileSync(path, content);
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { folder, write };
}
