import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";
import { connect } from "./support/connect.js";
import { INJECTED_ANSWER, INJECTED_PROJECT } from "./support/injected-project.js";
import { PLAINMCP } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

it("plainmcp serve injects by the metadata of older decorators", async () => {
  const source = join(sourceProject(INJECTED_PROJECT), "server.ts");
  expect(await sky([PLAINMCP, "serve", source])).toBe(INJECTED_ANSWER);
});

it("plainmcp build injects by the metadata of older decorators", async () => {
  const folder = sourceProject(INJECTED_PROJECT);
  execFileSync(process.execPath, [PLAINMCP, "build", "server.ts", "--transport", "stdio"], {
    cwd: folder,
    stdio: "ignore",
  });
  expect(await sky([join(folder, "dist/server.mjs")])).toBe(INJECTED_ANSWER);
});

/** What a client gets from the tool of that name. */
async function sky(args: readonly string[]): Promise<unknown> {
  const connection = await connect("sdk v2, modern", "stdio", { args });
  const { content } = await connection.callTool("sky", {});
  expect(await connection.close()).toEqual([]);
  return content[0]?.type === "text" && content[0].text;
}
