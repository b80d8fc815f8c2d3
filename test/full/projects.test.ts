import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, it } from "vitest";
import { installPackages } from "../support/projects/install-packages.js";
import { packPackages, type Tarballs } from "../support/projects/pack-packages.js";
import { projectEnv, registryEnv } from "../support/projects/project-env.js";
import { readSetUps } from "../support/projects/read-set-ups.js";
import { tryProject } from "../support/projects/try-project.js";

const downloads = mkdtempSync(join(tmpdir(), "plainmcp-projects-"));
let env: Record<string, string>;
let tarballs: Tarballs;

beforeAll(async () => {
  env = { ...projectEnv(), ...(await registryEnv(downloads)) };
  tarballs = await packPackages(downloads, env);
});

afterAll(() => rmSync(downloads, { recursive: true, force: true }));

describe.concurrent("projects that install what would be published", async () => {
  it.for(await readSetUps())("$name", async ({ name, setUp }, { signal }) => {
    const started = performance.now();
    const install = (cwd: string) => installPackages(tarballs, { cwd, env, signal });
    let mark = "✗";
    try {
      await tryProject(name, setUp, { env, signal, install });
      mark = "✓";
    } finally {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      process.stderr.write(`${mark} ${name} (${seconds} s)\n`);
    }
  });
});
