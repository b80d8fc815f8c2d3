import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProject } from "../commands/command.fixture.js";
import { importsDynamic } from "./imports-dynamic.js";

test.each([
  ['import { dynamic } from "@plainmcp/core";', true],
  ["import {\n  defineServer,\n  dynamic as open,\n} from '@plainmcp/core'", true],
  ['import { tool } from "@plainmcp/core";\nconst dynamic = 1;', false],
  ['import { dynamic } from "./own.js";', false],
])("reads %s", async (code, expected) => {
  const folder = await createProject({ "server.ts": code });
  expect(importsDynamic([join(folder, "server.ts")])).toBe(expected);
});

test("does not read packages", async () => {
  const folder = await createProject({ "node_modules/a/index.ts": 'import { dynamic } from "@plainmcp/core";' });
  const declarations = join(folder, "types.d.ts");
  await writeFile(declarations, 'import { dynamic } from "@plainmcp/core";');
  expect(importsDynamic([join(folder, "node_modules/a/index.ts"), declarations])).toBe(false);
});
