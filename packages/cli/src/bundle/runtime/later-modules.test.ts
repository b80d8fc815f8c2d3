import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { LATER_MODULES } from "./later-modules.js";

it("are modules of our packages", () => {
  const sourceOf = (name: string) => new URL(`../../../../${name.replace("/", "/src/")}.ts`, import.meta.url);
  expect([...LATER_MODULES].filter((name) => !existsSync(fileURLToPath(sourceOf(name))))).toEqual([]);
});
