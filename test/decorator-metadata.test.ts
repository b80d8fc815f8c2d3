import { execFileSync } from "node:child_process";
import { join } from "node:path";
import onEsbuild from "@plainmcp/compiler/esbuild";
import { build } from "tsup";
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

it("the plugin emits the metadata of older decorators in tsup, which itself is not told of it", async () => {
  const own = JSON.stringify({ extends: "./tsconfig.json", compilerOptions: { emitDecoratorMetadata: false } });
  const folder = sourceProject({ ...INJECTED_PROJECT, "tsconfig.tsup.json": own });
  await build({
    config: false,
    entry: [join(folder, "main.ts")],
    outDir: join(folder, "dist"),
    tsconfig: join(folder, "tsconfig.tsup.json"),
    format: "esm",
    external: [/^@plainmcp\//],
    silent: true,
    esbuildPlugins: [onEsbuild({ tsconfig: join(folder, "tsconfig.json") })],
  });
  expect(await sky([join(folder, "dist/main.js")])).toBe(INJECTED_ANSWER);
});

/** What a client gets from the tool of that name. */
async function sky(args: readonly string[]): Promise<unknown> {
  const connection = await connect("sdk v2, modern", "stdio", { args });
  const { content } = await connection.callTool("sky", {});
  expect(await connection.close()).toEqual([]);
  return content[0]?.type === "text" && content[0].text;
}
