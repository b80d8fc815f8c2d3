import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PLAINMCP, ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const GUIDE = readFileSync(join(ROOT, "docs/guide/asking.md"), "utf8");

it("the server of the guide to asking compiles, and its forms are found", async () => {
  const [, code = ""] = /```ts\n\/\/ server\.ts\n([\s\S]*?)```/.exec(GUIDE) ?? [];
  const [, helper = ""] = /```ts\n(async function nameOf[\s\S]*?)```/.exec(GUIDE) ?? [];
  const source = `${code.replace("import { type Context", "import { type Context, MissingCapabilityError")}
export ${helper}`;
  const folder = sourceProject({ "server.ts": source });
  const manifest = JSON.parse(
    execFileSync(process.execPath, [PLAINMCP, "manifest", "server.ts"], { cwd: folder, encoding: "utf8" }),
  );
  const [{ forms }] = manifest.classes;
  expect(forms.map(({ message }: { message: string[] }) => message)).toEqual([
    ["When to ", "?"],
    ["Pay ", " now?"],
    ["Your name?"],
  ]);
});
