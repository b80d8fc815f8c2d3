import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import onEsbuild from "@plainmcp/compiler/esbuild";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KINDS } from "./fixtures/left-behind.js";
import { AnyNode } from "./support/any-node.js";
import { NODES } from "./support/nodes.js";
import { ROOT } from "./support/serve.js";

const MODES = ["throw", "strict", "warn", "none", "warn-with-error-code"] as const;
const VERSIONS = Object.entries(NODES).filter(([, node]) => existsSync(node));
const OTHERS = VERSIONS.slice(1);

const folder = mkdtempSync(join(ROOT, "test/fixtures/containment-"));
const built = (name: string) => join(folder, `${name}.mjs`);

beforeAll(async () => {
  const common = { bundle: true, format: "esm", platform: "node", target: "node20" } as const;
  const fixtures = ["leaving", "guest"].map((name) => join(ROOT, `test/fixtures/${name}.ts`));
  await build({
    ...common,
    entryPoints: fixtures,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    packages: "external",
    plugins: [onEsbuild()],
  });
  for (const copy of ["copy", "other-copy"]) {
    const contents = 'export { containFailures } from "@plainmcp/core/internal/node";';
    await build({ ...common, stdin: { contents, resolveDir: import.meta.dirname }, outfile: built(copy) });
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Serves the class that leaves things behind. */
async function serve(
  over: "stdio" | "http",
  { node = process.execPath, mode = "throw", env = {} }: { node?: string; mode?: string; env?: object } = {},
): Promise<AnyNode> {
  const server = new AnyNode(node, [`--unhandled-rejections=${mode}`, built("leaving"), over], { ...env });
  if (over === "http") await server.logged("/mcp");
  return server;
}

/** What has been reported as left behind, in any order. */
function reports({ stderr }: AnyNode): string[] {
  const found = stderr.matchAll(/^\[plainmcp\] background work of (.+) failed \(reference \w{8}\) (.*)$/gm);
  const toMessage = (error = "") => error.replace(/^\[cannot be shown: (.*)\]$/, "$1").replace(/^Error: /, "");
  return Array.from(found, ([, source, error]) => `${source}: ${toMessage(error)}`).sort();
}

function left(label: string): string[] {
  return Object.keys(KINDS).map((kind) => `tool "leave": ${label} ${kind}.`);
}

const CELLS = [
  ...VERSIONS.slice(0, 1).flatMap(([version, node]) =>
    MODES.flatMap((mode) => (["stdio", "http"] as const).map((over) => ({ version, node, mode, over }))),
  ),
  ...OTHERS.flatMap(([version, node]) => [
    { version, node, mode: "throw", over: "http" } as const,
    { version, node, mode: "strict", over: "stdio" } as const,
  ]),
];

describe.each(CELLS)("on $version, with --unhandled-rejections=$mode, over $over", ({ node, mode, over }) => {
  const expected: string[] = [];
  let server: AnyNode;
  let waiting: AnyNode["request"] extends (...args: never) => infer Sent ? Sent : never;

  /** Waits until everything is reported that is to be so far, and nothing else. */
  const reported = async (...more: string[]) => {
    expected.push(...more);
    await expect.poll(() => reports(server), { timeout: 50_000 }).toEqual([...expected].sort());
  };

  beforeAll(async () => {
    server = await serve(over, { node, mode });
    waiting = server.request("tools/call", { name: "wait" });
  });
  afterAll(() => server.stop());

  it("what a tool leaves behind is reported under its name", async () => {
    expect(await server.call("leave", { label: "before" })).toBe("left");
    await reported(...left("before"));
    expect(await server.call("leaveNothing")).toBe("left");
    await reported('tool "leaveNothing": undefined');
  });

  it("it is after the first question too, and what nobody awaits of the question is no failure", async () => {
    const { result } = await server.request("tools/call", { name: "ask" }).answer;
    expect(Object.keys(result?.inputRequests ?? {})).toHaveLength(2);
    expect(await server.call("leave", { label: "after" })).toBe("left");
    await reported(...left("after"));
  });

  it("so is what any other method leaves behind", async () => {
    const ref = { type: "ref/resource", uri: "leaving://notes/{id}" };
    const argument = { name: "id", value: "" };
    const listening = server.request("subscriptions/listen", {
      notifications: { resourceSubscriptions: ["leaving://notes/1"] },
    });
    await server.request("prompts/get", { name: "packing" }).answer;
    await server.request("resources/read", { uri: "leaving://note" }).answer;
    await server.request("resources/list").answer;
    await server.request("completion/complete", { ref, argument }).answer;
    await reported(
      'completion of "id" of resource "leaving://notes/{id}": from a completion.',
      'list of "leaving://notes/{id}": from a list.',
      'prompt "packing": from a prompt.',
      'resource "leaving://note": from a resource.',
      'watch of "leaving://notes/1": from a watch.',
    );
    listening.cancel();
  });

  it("what ends because a call is cancelled is no failure, and what fails then is one", async () => {
    const call = server.request("tools/call", { name: "untilCancelled" });
    await server.logged("waiting for its end");
    call.cancel();
    await reported('tool "untilCancelled": at the end.');
  });

  it("meanwhile, the call of another client goes on", async () => {
    await server.call("release");
    expect(JSON.stringify((await waiting.answer).result)).toContain("released");
  });

  it("what belongs to no call ends the process, and one line says why", async () => {
    const failure = over === "stdio" ? "throw" : "reject";
    const message = "the loop\nbroke\u001b[2K\n    at forged (x.js:1:1)";
    server.request("tools/call", { name: "order", arguments: { failure, message } });
    expect(await server.exited).toBe(70);
    const said = server.stderr.trimEnd().split("\n");
    expect(said.at(-1)).toMatch(
      /^\[plainmcp\] Error: the loop\\nbroke\\u001b\[2K\\n {4}at forged \(x\.js:1:1\), at breakLoop \(.*leaving\.mjs:\d+:\d+\)\. It belongs to no call, so the server ends with exit code 70\. NODE_DEBUG=plainmcp shows its stack\.$/,
    );
    expect(said.filter((line) => line.includes("the loop"))).toHaveLength(1);
    expect(reports(server)).toEqual([...expected].sort());
  });
});

describe.each(VERSIONS)("on %s", (_, node) => {
  it("a process whose calls have left something behind ends well", async () => {
    const server = await serve("stdio", { node, mode: "warn-with-error-code" });
    await server.call("leave", { label: "then" });
    await expect.poll(() => reports(server), { timeout: 50_000 }).toEqual(left("then").sort());
    server.end();
    expect(await server.exited).toBe(0);
    expect(server.stderr).not.toContain("ended the process");
  });

  it("a tool may end the process, and the log says which one did", async () => {
    const server = await serve("stdio", { node });
    server.request("tools/call", { name: "exit", arguments: { code: 3 } });
    expect(await server.exited).toBe(3);
    expect(server.stderr).toBe('[plainmcp] tool "exit" ended the process, with exit code 3.\n');
  });

  it("an error that belongs to no call is left to the program's own listeners", async () => {
    const server = await serve("stdio", { node, env: { LISTEN_TO: "uncaughtException" } });
    await server.call("order", { failure: "throw", message: "thrown" });
    await server.logged("our own: thrown uncaughtException");
    await server.call("order", { failure: "reject", message: "rejected" });
    await server.logged("our own: rejected unhandledRejection");
    expect(await server.call("leave", { label: "still" })).toBe("left");
    await expect.poll(() => reports(server), { timeout: 50_000 }).toEqual(left("still").sort());
    await server.stop();
    expect(server.stderr).not.toContain("belongs to no call");
  });

  it("so is a rejection alone, by a program that listens to nothing else", async () => {
    const server = await serve("stdio", { node, env: { LISTEN_TO: "unhandledRejection" } });
    await server.call("order", { failure: "reject", message: "rejected" });
    await server.logged("our own: rejected [object Promise]");
    server.request("tools/call", { name: "order", arguments: { failure: "throw", message: "thrown" } });
    expect(await server.exited).toBe(70);
    expect(server.stderr).toContain("[plainmcp] Error: thrown, at breakLoop");
  });

  it("a main module that fails after it has begun to serve ends the process", async () => {
    const server = await serve("stdio", { node, env: { FAILING_MAIN: "yes" } });
    expect(await server.exited).toBe(70);
    expect(server.stderr).toMatch(/^\[plainmcp\] Error: in the main module, at breakLoop .* with exit code 70\. .*\n$/);
  });

  it("copies of the package share one pair of listeners, and leave none", () => {
    const script = `
      import { AsyncResource } from "node:async_hooks";
      import { containFailures } from ${JSON.stringify(built("copy"))};
      import { containFailures as containInOther } from ${JSON.stringify(built("other-copy"))};
      const found = AsyncResource.prototype.runInAsyncScope;
      const events = ["uncaughtException", "unhandledRejection", "exit"];
      const before = events.map((event) => process.listenerCount(event));
      const count = () => console.log(...events.map((event, index) => process.listenerCount(event) - before[index]));
      const end = containFailures();
      count();
      const endOther = containInOther();
      count();
      end();
      end();
      count();
      endOther();
      count();
      containFailures();
      count();
      containFailures()();
      console.log(AsyncResource.prototype.runInAsyncScope === found);`;
    const { stdout, stderr } = spawnSync(node, ["--input-type=module", "--eval", script], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout.split("\n")).toEqual(["1 1 1", "1 1 1", "1 1 1", "0 0 0", "1 1 1", "false", ""]);
  });
});

it("NODE_DEBUG=plainmcp shows the stack of what ends the process", async () => {
  const server = await serve("stdio", { env: { NODE_DEBUG: "plainmcp" } });
  server.request("tools/call", { name: "order", arguments: { failure: "throw", message: "thrown" } });
  expect(await server.exited).toBe(70);
  expect(server.stderr).toMatch(/^PLAINMCP \d+: Error: thrown\n {4}at breakLoop .*\n {4}at /);
  expect(server.stderr).toMatch(/\n\[plainmcp\] Error: thrown, at breakLoop .* with exit code 70\.\n$/);
});

it("what the reporter of errors leaves behind is told on stderr, not to the reporter again", async () => {
  const server = await serve("stdio", { env: { FAILING_REPORTER: "yes" } });
  await server.call("leaveNothing");
  await server.logged("by the reporter.");
  await server.call("leaveNothing");
  const twice = ["onError: by the reporter.", "onError: by the reporter."];
  await expect.poll(() => reports(server), { timeout: 50_000 }).toEqual(twice);
  await server.stop();
  expect(reports(server)).toEqual(twice);
});

// In the mode strict, Node itself ends the process before it tells anybody of a rejection.
const GUEST_MODES = MODES.filter((mode) => mode !== "strict");

describe.each(GUEST_MODES)("in a program that is not ours, with --unhandled-rejections=%s", (mode) => {
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [`--unhandled-rejections=${mode}`, built("guest"), ...args],
      {
        encoding: "utf8",
        env: { ...process.env, NODE_OPTIONS: "" },
      },
    );
    return { status, stdout };
  };

  it("questions that nobody awaits end nothing, and other rejections do what they do without us", () => {
    const { status, stdout } = run();
    expect(run("asks")).toEqual({ status, stdout: `input_required\n${stdout}` });
  });
});
