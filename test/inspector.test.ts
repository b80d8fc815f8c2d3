import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type HttpProcess, PLAINMCP, ROOT, startHttp } from "./support/serve.js";

const INSPECTOR = join(
  dirname(createRequire(import.meta.url).resolve("@modelcontextprotocol/inspector/package.json")),
  "cli/build/cli.js",
);
const SERVE = [PLAINMCP, "serve", join(ROOT, "examples/calculator/server.ts")];

describe("Inspector 1.0.3, command line", () => {
  let http: HttpProcess;
  beforeAll(async () => {
    http = await startHttp([...SERVE, "--http", "--port", "0"]);
  });
  afterAll(() => http.stop());

  const targets: [string, () => string[]][] = [
    ["stdio", () => [process.execPath, ...SERVE]],
    ["http", () => [http.url, "--transport", "http"]],
  ];

  it.each(targets)("lists and calls the tools over %s", async (_, target) => {
    const { tools } = await inspect(target(), "tools/list");
    expect(tools.map((tool: { name: string }) => tool.name)).toEqual(["add"]);
    const call = await inspect(target(), "tools/call", "--tool-name", "add", "--tool-arg", "a=2", "b=3");
    expect(call).toMatchObject({ content: [{ type: "text", text: "5" }] });
  });
});

async function inspect(target: string[], method: string, ...args: string[]) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    INSPECTOR,
    "--cli",
    ...target,
    "--method",
    method,
    ...args,
  ]);
  return JSON.parse(stdout);
}
