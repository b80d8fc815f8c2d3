import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../serve.js";
import type { Project } from "./project.js";
import type { SetUp } from "./set-up.js";

/** Where the set-ups are. */
export const SET_UPS: string = join(ROOT, "test/projects");

/** Copies the project of a set-up to a folder of its own, and runs its steps there. */
export async function tryProject(name: string, setUp: SetUp, options: ProjectOptions): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  try {
    for (const source of [setUp.basis, name])
      if (source) cpSync(join(SET_UPS, source, "project"), folder, { recursive: true });
    for (const step of setUp.steps) await step({ ...options, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** What all set-ups have in common. */
export type ProjectOptions = Omit<Project, "folder">;
