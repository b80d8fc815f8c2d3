import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { expect, test } from "vitest";

const FILE = fileURLToPath(new URL("guard-preload.ts", import.meta.url));
const PACKAGE = fileURLToPath(new URL("../..", import.meta.url));

test("is guardThread as it is now; UPDATE=1 writes it again", () => {
  const current = sourceOf(bundle());
  if (process.env.UPDATE) writeFileSync(FILE, current);
  expect(readFileSync(FILE, "utf8")).toBe(current);
});

function bundle(): string {
  const { outputFiles } = buildSync({
    stdin: {
      contents: 'import { guardThread } from "./guard-thread.js"; guardThread();',
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
      sourcefile: "guard-preload.ts",
    },
    absWorkingDir: PACKAGE,
    tsconfigRaw: {},
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

function sourceOf(code: string): string {
  return [
    "// Written by guard-preload.test.ts with UPDATE=1.",
    "",
    "/** `guardThread` and all it needs, for worker threads: CommonJS that expects `require`. */",
    "export const GUARD_PRELOAD: string = `\\",
    `${code.replaceAll(/[\\`]|\$\{/g, "\\$&")}\`;`,
    "",
  ].join("\n");
}
