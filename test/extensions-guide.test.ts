import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PLAINMCP, ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

/** The server at the beginning of each page, and what the manifest has of it. */
const PAGES: Readonly<Record<string, object>> = {
  apps: { name: "week", ui: { uri: "ui://weather/week", html: "<!doctype html>" } },
  skills: { name: "send" },
  tasks: { name: "write", task: "optional" },
};

it.each(Object.entries(PAGES))("the server of the guide to %s compiles", (page, tool) => {
  const guide = readFileSync(join(ROOT, `docs/guide/${page}.md`), "utf8");
  const [, code = ""] = /```ts\n\/\/ server\.ts\n([\s\S]*?)```/.exec(guide) ?? [];
  const folder = sourceProject({ "server.ts": code, "week.html": "<!doctype html>" });
  mkdirSync(join(folder, "skills/refunds"), { recursive: true });
  writeFileSync(join(folder, "skills/refunds/SKILL.md"), "---\nname: refunds\ndescription: How to refund\n---\n");
  const manifest = JSON.parse(
    execFileSync(process.execPath, [PLAINMCP, "manifest", "server.ts"], { cwd: folder, encoding: "utf8" }),
  );
  expect(manifest.classes[0].tools[0]).toMatchObject(tool);
});

it("the store of the guide to tasks is one", () => {
  const guide = readFileSync(join(ROOT, "docs/guide/tasks.md"), "utf8");
  const [, code = ""] = /```ts\n(import type \{ TaskEntry[\s\S]*?)```/.exec(guide) ?? [];
  const redis = `declare const redis: {
    set(key: string, value: string, options: { PX: number }): Promise<void>;
    get(key: string): Promise<string | null>;
  };`;
  const use = `import { defineServer, tool } from "@plainmcp/core";
    class Reports { /** One. */ @tool one(): void {} }
    export default defineServer(Reports, { tasks: { store: new RedisTaskStore() } });`;
  const folder = sourceProject({ "server.ts": [redis, code, use].join("\n") });
  execFileSync(process.execPath, [PLAINMCP, "manifest", "server.ts"], { cwd: folder, stdio: "pipe" });
});
