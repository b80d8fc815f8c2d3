import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { LineConnection } from "./support/line-connection.js";
import { PLAINMCP, ROOT, startHttp } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const SERVE = [PLAINMCP, "serve", join(ROOT, "test/fixtures/lifecycle.ts")];

const opened: LineConnection[] = [];
afterEach(async () => {
  for (const connection of opened.splice(0)) {
    connection.kill("SIGKILL");
    await connection.exited;
  }
});

async function start(args: readonly string[]): Promise<LineConnection> {
  const connection = new LineConnection(args);
  opened.push(connection);
  await connection.initialize("2025-11-25");
  return connection;
}

describe("close runs over stdio", () => {
  it.each(["end", "SIGTERM", "SIGINT", "SIGHUP"] as const)("when the server is told to end by %s", async (how) => {
    const connection = await start(SERVE);
    await connection.call("starts");
    await connection.call("mark", { tag: how });
    if (how === "end") connection.end();
    else connection.kill(how);
    expect(await connection.exited).toBe(0);
    expect(connection.stderr.match(/^closed .*$/gm)).toEqual([`closed ${how}`]);
  });

  it("when no call has come, and so nothing has started", async () => {
    const connection = await start(SERVE);
    connection.end();
    expect(await connection.exited).toBe(0);
    expect(connection.stderr).toMatch(/^closed $/m);
  });

  it("and cannot make the end last", async () => {
    const source = `import { tool } from "@plainmcp/core";
      export default class Hanging {
        close(): Promise<void> { return new Promise(() => setInterval(() => undefined, 1000)); }
        /** Says hello. */
        @tool
        hello(): string { return "hello"; }
      }`;
    const folder = sourceProject({
      "server.ts": source,
      "tsconfig.json": JSON.stringify({ compilerOptions: { target: "es2022", module: "nodenext", types: ["node"] } }),
    });
    const connection = await start([PLAINMCP, "serve", join(folder, "server.ts"), "--shutdown-grace", "200ms"]);
    await connection.call("hello");
    connection.end();
    expect(await connection.exited).toBe(0);
    expect(connection.stderr).toContain("close of Hanging did not finish in time: the server has ended without it.");
  });
});

it("close runs over HTTP when the server is told to end", async () => {
  const server = await startHttp([...SERVE, "--http", "--port", "0"]);
  await server.stop();
  expect(server.stderr().match(/^closed .*$/gm)).toEqual(["closed "]);
});
