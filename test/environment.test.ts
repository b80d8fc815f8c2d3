import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createHttpHandler } from "@plainmcp/transport-http";
import { describe, expect, it } from "vitest";
import serverOf from "./fixtures/worker-environment.js";
import { modernParams } from "./support/modern-message.js";
import { modernPost } from "./support/post.js";
import { PLAINMCP } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";
import { runWarm } from "./support/warm-command.js";

const SECRET = "hunter2";

/** A class that needs variables. Its fields use them if `field` is given. */
function sourceOf(field: string): string {
  return `import { env, tool } from "@plainmcp/core";
    export class Search {
      static readonly env = env({
        SEARCH_KEY: { description: "Key of the search API", secret: true, format: "uuid" },
        SEARCH_REGION: { description: "Where to search", enum: ["eu", "us"] },
        SEARCH_LANGUAGE: { description: "Of the results", default: "en" },
      });
      ${field}
      /** Says where it searches. */
      @tool
      region(): string { return Search.env.SEARCH_REGION + " " + Search.env.SEARCH_LANGUAGE; }
    }`;
}

const CLASS = `${sourceOf("")}\nexport default Search;`;
const WITH_FIELD = `${sourceOf("readonly key = Search.env.SEARCH_KEY;")}\nexport default Search;`;
const INSTANCE = `${sourceOf("readonly key = Search.env.SEARCH_KEY;")}\nexport default new Search();`;
const IN_CODE = `import { serveStdio } from "@plainmcp/transport-stdio";
  ${sourceOf("")}
  await serveStdio(Search);`;

const ADVICE = "Variables can also come from a file: add --env-file <file>.\n";
const MISSING = [
  "SEARCH_KEY (Key of the search API) is not set. Set this variable in the server's environment.",
  "SEARCH_REGION (Where to search) is not set. Set this variable in the server's environment.",
  "",
].join("\n");
const WRONG = [
  'SEARCH_KEY (Key of the search API) must be a UUID such as "123e4567-e89b-12d3-a456-426614174000"; its value is secret and not shown. Change this variable in the server\'s environment.',
  'SEARCH_REGION (Where to search) must be one of eu, us, not "mars". Change this variable in the server\'s environment.',
  "",
].join("\n");

function run(args: readonly string[], cwd: string, env: Record<string, string>, input = "") {
  const variables = { ...process.env, NO_COLOR: "1", ...env };
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd,
    env: variables,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const projectOf = (source: string) =>
  sourceProject({
    "server.ts": source,
    "tsconfig.json": JSON.stringify({
      compilerOptions: { target: "es2022", module: "nodenext", strict: true, types: ["node"] },
    }),
  });

/** The ways to start a server of a file. */
const STARTS: Readonly<Record<string, (folder: string) => Promise<readonly string[]>>> = {
  "plainmcp serve": async () => [PLAINMCP, "serve", "server.ts"],
  "plainmcp serve --http": async () => [PLAINMCP, "serve", "server.ts", "--http", "--port", "0"],
  "a module built for stdio": (folder) => build(folder, "stdio"),
  "a module built for HTTP": (folder) => build(folder, "http"),
};

async function build(folder: string, transport: string): Promise<readonly string[]> {
  const { exitCode, stderr } = await runWarm(folder, ["build", "server.ts", "--transport", transport]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  return ["dist/server.mjs"];
}

describe.each(Object.entries(STARTS))("%s", (_, start) => {
  it.each([
    ["of a class", CLASS],
    ["of a class whose fields need variables", WITH_FIELD],
    ["of an instance", INSTANCE],
  ])("%s names every variable that is missing or wrong, and no secret", async (_, source) => {
    const folder = projectOf(source);
    const args = await start(folder);
    if (source !== WITH_FIELD) {
      const missing = run(args, folder, { SEARCH_KEY: "" });
      expect(missing).toEqual({ status: 2, stdout: "", stderr: `error: ${MISSING}${ADVICE}` });
    }
    if (source === INSTANCE) return;
    const wrong = run(args, folder, { SEARCH_KEY: SECRET, SEARCH_REGION: "mars" });
    expect(wrong).toEqual({ status: 2, stdout: "", stderr: `error: ${WRONG}${ADVICE}` });
  });
});

const KEY = "123e4567-e89b-12d3-a456-426614174000";
const CALL = { jsonrpc: "2.0", id: 1, method: "tools/call", params: modernParams({ name: "region", arguments: {} }) };

it.each([
  ["plainmcp serve", "--env-file"],
  ["a module built for stdio", "--env-file"],
  ["a module built for stdio", "MCP_ENV_FILE"],
])("%s reads files of variables, by %s, and what is set wins", async (name, by) => {
  const folder = projectOf(INSTANCE);
  writeFileSync(join(folder, "a.env"), `SEARCH_KEY=${KEY}\nSEARCH_REGION=eu\nSEARCH_LANGUAGE=de\n`);
  writeFileSync(join(folder, "b.env"), "SEARCH_REGION=us\n");
  const args = (await STARTS[name]?.(folder)) ?? [];
  const flags = by === "--env-file" ? ["--env-file", "a.env", "--env-file", "b.env"] : [];
  const env = { SEARCH_LANGUAGE: "fr", ...(flags.length === 0 && { MCP_ENV_FILE: "a.env,b.env" }) };
  const { status, stdout } = run([...args, ...flags], folder, env, `${JSON.stringify(CALL)}\n`);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ id: 1, result: { content: [{ text: "us fr" }] } });
});

it("a built module says which file of variables does not exist", async () => {
  const folder = projectOf(CLASS);
  const args = await build(folder, "stdio");
  expect(run(args, folder, { MCP_ENV_FILE: "none.env" })).toEqual({
    status: 2,
    stdout: "",
    stderr: "error: --env-file names none.env, but there is no such file.\n",
  });
});

it("serveStdio in code throws an error that says the same", () => {
  const folder = projectOf(IN_CODE);
  const { status, stderr } = run(["--import", "@plainmcp/compiler/register", "server.ts"], folder, {});
  expect(status).not.toBe(0);
  expect(stderr).toContain(MISSING.trimEnd());
});

it("the manifest lists the variables", async () => {
  const { stdout } = await runWarm(projectOf(CLASS), ["manifest", "server.ts"]);
  expect(JSON.parse(stdout).classes[0].env).toEqual([
    { name: "SEARCH_KEY", description: "Key of the search API", secret: true, format: "uuid" },
    { name: "SEARCH_REGION", description: "Where to search", enum: ["eu", "us"] },
    { name: "SEARCH_LANGUAGE", description: "Of the results", default: "en" },
  ]);
});

it("the environment of a Worker is checked at the first call, and then given to init", async () => {
  const errors: unknown[] = [];
  const handler = createHttpHandler(serverOf(({ error }) => void errors.push(error)));
  const call = async (env: object) => {
    const post = modernPost(1, "tools/call", { name: "greet", arguments: {} });
    const response = await handler.fetch(new Request("http://localhost/mcp", post), env, {
      waitUntil: () => undefined,
    });
    return (await response.json()) as { result: { content: { text: string }[] } };
  };
  expect((await call({})).result.content[0]?.text).toMatch(/Its log has the cause under reference \w+\.$/);
  expect(errors).toMatchObject([{ name: "EnvironmentError", message: expect.stringContaining("WORKER_NAME") }]);
  const CACHE = { get: (key: string) => `cached ${key}` };
  expect((await call({ WORKER_NAME: "Ann", CACHE })).result.content[0]?.text).toBe("cached Ann");
  await handler.close();
});
