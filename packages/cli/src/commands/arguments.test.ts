import { join } from "node:path";
import { expect, test } from "vitest";
import { createProject, exchange, HANDSHAKE, type Running, runCommand, start, startServe } from "./command.fixture.js";

const SERVER = `import { tool } from "@plainmcp/core";

declare const process: { readonly argv: readonly string[] };
console.error("loaded with " + JSON.stringify(process.argv.slice(1)) + ".");

export default class Echo {
  /** The arguments of the process. */
  @tool
  args(): readonly string[] {
    return process.argv.slice(1);
  }
}
`;

const ARGS = ["--port", "80", "a b", "--", "-h"];

test("serve passes what follows -- to the file, over stdio", async () => {
  const folder = await createProject({ "server.ts": SERVER });
  const server = await startServe(folder, "server.ts", "--", ...ARGS);
  expect(await seen(server)).toEqual([join(folder, "server.ts"), ...ARGS]);
});

test("serve passes it over HTTP too, and tells clients to do so", async () => {
  const folder = await createProject({ "server.ts": SERVER });
  const server = await startServe(folder, "server.ts", "--http", "--port", "0", "--", ...ARGS);
  const { input } = await server.untilStderr(/loaded with (.*)\.[\s\S]*Ctrl-C/);
  expect(JSON.parse(/loaded with (.*)\.\n/.exec(input)?.[1] ?? "")).toEqual([join(folder, "server.ts"), ...ARGS]);
  const { mcpServers } = JSON.parse(/\{\n[\s\S]*\n {2}\}/.exec(input)?.[0] ?? "");
  expect(mcpServers.echo.args.slice(1)).toEqual(["serve", join(folder, "server.ts"), "--", ...ARGS]);
});

test("a built stdio module passes on all but its own flags", async () => {
  const folder = await createProject({ "server.ts": SERVER });
  expect(await runCommand(folder, "build", "server.ts", "--transport", "stdio")).toMatchObject({ exitCode: 0 });
  const server = start(folder, ["dist/server.mjs", "/data", "--shutdown-grace", "2", "--verbose", "--", ...ARGS]);
  expect(await seen(server)).toEqual([join(folder, "dist/server.mjs"), "/data", "--verbose", ...ARGS]);
});

test("a built HTTP module passes on what follows --", async () => {
  const folder = await createProject({ "server.ts": SERVER });
  expect(await runCommand(folder, "build", "server.ts", "--transport", "http")).toMatchObject({ exitCode: 0 });
  const server = start(folder, ["dist/server.mjs", "--port", "0", "--", ...ARGS]);
  const [, loaded = ""] = await server.untilStderr(/loaded with (.*)\.\n[\s\S]*listening on/);
  expect(JSON.parse(loaded)).toEqual([join(folder, "dist/server.mjs"), ...ARGS]);
  const { exitCode, stderr } = await start(folder, ["dist/server.mjs", "--verbose"]).finished;
  expect(exitCode).toBe(2);
  expect(stderr).toContain("Arguments for your own code go after --.");
});

/** The arguments as the module saw them while it was loaded, and as its tool sees them. */
async function seen(server: Running): Promise<unknown> {
  const answers = await exchange(server, [...HANDSHAKE, { id: 2, method: "tools/call", params: { name: "args" } }]);
  const [, loaded = ""] = /loaded with (.*)\.\n/.exec((await server.finished).stderr) ?? [];
  const args = JSON.parse(loaded);
  expect(answers[1]).toMatchObject({ result: { structuredContent: { result: args } } });
  return args;
}
