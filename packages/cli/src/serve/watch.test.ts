import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { CACHE_ON } from "../../../../test/support/warm-command.js";
import { BIN, createProject, type Running, start, WEATHER } from "../commands/command.fixture.js";

vi.setConfig({ testTimeout: 120_000 });

const SERVER = WEATHER.replace(
  'console.log("printed while loading");',
  'import { version } from "./version.js";\nimport "late";\nconsole.error("start " + version + ".");',
);

const FILES = {
  "tsconfig.json": '{ "compilerOptions": { "module": "nodenext", "target": "esnext", "strict": true } }',
  "node_modules/late/package.json": '{ "name": "late", "type": "module", "exports": "./main.js" }',
  "node_modules/late/main.js": "",
  "node_modules/late/main.d.ts": "export {};",
  "version.ts": "export const version: number = 1;\n",
  "weather.ts": SERVER,
};

test("node --watch starts again when a source is edited, and at no other time", async () => {
  const folder = await createProject(FILES);
  const watched = start(folder, ["--watch", BIN, "serve", "weather.ts"], CACHE_ON);
  await starts(watched, 1);
  await writeFile(join(folder, "version.ts"), "export const version: number = 2;\n");
  await starts(watched, 1, 2);
  await writeFile(join(folder, "weather.ts"), `${SERVER}// edited\n`);
  await starts(watched, 1, 2, 2);
  await writeFile(join(folder, "node_modules/late/main.js"), "// edited\n");
  await starts(watched, 1, 2, 2, 2);
  await stop(watched);
});

test("node --watch starts once where node_modules is a link", async () => {
  const folder = await createProject(FILES);
  await mkdir(join(folder, "elsewhere"));
  await rename(join(folder, "node_modules"), join(folder, "elsewhere/node_modules"));
  await symlink(join(folder, "elsewhere/node_modules"), join(folder, "node_modules"), "dir");
  const watched = start(folder, ["--watch", BIN, "serve", "weather.ts"], CACHE_ON);
  await starts(watched, 1);
  await stop(watched);
});

test("node --watch waits for the edit that mends what could not be compiled", async () => {
  const folder = await createProject({ ...FILES, "version.ts": "export const version: number = '1';\n" });
  const watched = start(folder, ["--watch", BIN, "serve", "weather.ts", "--strict"], CACHE_ON);
  await watched.untilStderr(/version\.ts:1:14 - error TS2322/);
  // Only then has the watcher read everything that its child has told it.
  await watched.untilStdout(/Failed running/);
  await writeFile(join(folder, "version.ts"), "export const version: number = 2;\n");
  await starts(watched, 2);
  await stop(watched);
});

test("node --watch-path does not see what serve writes", async () => {
  const folder = await createProject(FILES);
  const watched = start(folder, ["--watch-path", ".", BIN, "serve", "weather.ts"], { PLAINMCP_CACHE: "off" });
  await starts(watched, 1);
  await writeFile(join(folder, "version.ts"), "export const version: number = 2;\n");
  await starts(watched, 1, 2);
  await stop(watched);
});

/** Waits for the last of these starts, and then long enough for another one that nobody asked for. */
async function starts({ untilStderr }: Running, ...versions: readonly number[]): Promise<void> {
  await untilStderr(new RegExp(versions.map((version) => `start ${version}\\.[\\s\\S]*`).join("")));
  await setTimeout(1_500);
  const { input } = await untilStderr(/$/);
  expect(Array.from(input.matchAll(/start (\d)\./g), ([, version]) => Number(version))).toEqual(versions);
}

async function stop({ child, finished }: Running): Promise<void> {
  child.kill("SIGTERM");
  child.stdin.end();
  await finished;
}
