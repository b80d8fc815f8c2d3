import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createCallsBench } from "../bench/src/calls/calls-bench.js";
import { readArguments, UsageError } from "../bench/src/command/arguments.js";
import { performancePage } from "../bench/src/docs/performance-page.js";
import { HttpConnection } from "../bench/src/protocol/http-connection.js";
import { ERAS } from "../bench/src/protocol/messages.js";
import { nextPort } from "../bench/src/servers/next-port.js";
import { bench, measuredIn } from "./support/bench.js";
import { ROOT } from "./support/serve.js";

const SUBJECTS = ["bare", "ours", "sdk-v2"];
/** The benches that start servers, and the rest: each group in one process, which builds what they have in common once. */
const OF_SERVERS: readonly Expected[] = [
  ["http-call", SUBJECTS],
  ["http-list", SUBJECTS],
  ["stdio-call", SUBJECTS],
  ["stdio-list", SUBJECTS],
  ["fetch", SUBJECTS],
  ["cold-start", ["node -e 0", ...SUBJECTS]],
  ["memory", SUBJECTS],
  ["scale", SUBJECTS],
  ["install", ["ours, stdio", "ours, http", "sdk-v2, both, bundled by esbuild"]],
];
const OTHERS: readonly Expected[] = [
  ["validate", ["plainmcp, closures", "Ajv, compiled at start", "Ajv standalone", "zod 4", "@cfworker/json-schema"]],
  ["contain", ["async function, bare", "tool, not contained", "tool, contained", "request, contained"]],
];

type Expected = readonly [name: string, subjects: readonly string[]];

// A little of everything, once: whether a bench still runs and its answers are right, not how fast anything is.
describe("npm run bench", () => {
  describe.each([
    [OF_SERVERS, ["--subjects", "ours,sdk-v2"]],
    [OTHERS, []],
  ])("of several", (benches, args) => {
    let printed: string;
    beforeAll(async () => {
      printed = (await bench([...benches.map(([name]) => name), "--tiny", ...args])).stdout;
    }, 300_000);

    it.each(benches)("%s prints tables with a ratio for each subject", (name, subjects) => {
      const [, section = ""] = printed.split(`## ${name}\n\n`);
      const [text = ""] = section.split(/^## /m, 1);
      expect(text).toContain(`Node ${process.version}`);
      const tables = text.split("\n\n").filter((part) => part.startsWith("| "));
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) expect(table.split("\n", 1)[0]).toMatch(/\| +of /);
      expect(measuredIn(text)).toEqual(expect.arrayContaining([...subjects]));
    });
  });

  it("lists the benches, each in a line", async () => {
    const { stdout } = await bench([]);
    expect(stdout).toMatch(/^ {2}http-call {2,}\S/m);
    expect(stdout).toMatch(/^ {2}contain {2,}\S/m);
  });

  it("writes what it measured to a file", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "plainmcp-bench-")), "found.json");
    await bench(["stdio-call", "--tiny", "--subjects", "sdk-v1", "--json", file]);
    const [report] = JSON.parse(readFileSync(file, "utf8"));
    expect(report).toMatchObject({ bench: "stdio-call", versions: { "sdk-v1": expect.stringContaining("1.") } });
    const [modern, legacy] = report.tables;
    expect(modern.rows).toContainEqual({ subject: "sdk-v1", values: [], note: "does not speak 2026-07-28" });
    expect(legacy.rows).toContainEqual({ subject: "sdk-v1", values: expect.arrayContaining([expect.any(Number)]) });
  });

  it("mixed says what to do where Redis is missing", async () => {
    const run = bench(["mixed", "--tiny"], { PATH: "" });
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("apt-get install redis-server"),
    });
  });

  it.each([
    [["http"], "There is no bench http. There are: http-call, "],
    [["http-call", "--subjects", "nobody"], "There is no subject nobody. There are: bare, ours, "],
    [["http-call", "--rounds", "0"], "--rounds takes a whole number from 1, not 0."],
    [["http-call", "--tiny", "--save"], "--save keeps what was measured"],
    [["http-call", "--fast"], "Unknown option '--fast'"],
  ])("%j is wrong usage", (args, message) => {
    const read = () => readArguments(args, [createCallsBench("http", "tools/call")]);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(message);
  });

  it("says what is wrong with its usage, and ends with 2", async () => {
    const stderr = expect.stringContaining("There is no bench http. There are: http-call, ");
    await expect(bench(["http"])).rejects.toMatchObject({ code: 2, stderr });
  });
});

it.each(ERAS)("a connection waits for a server that first tries whether its port is free, %s", async (era) => {
  const port = await nextPort();
  const trial = createServer().listen(port, "127.0.0.1");
  const real = createHttpServer((_, response) => response.end('{"result":{"protocolVersion":"2025-11-25"}}'));
  trial.once("connection", (socket: Socket) => {
    trial.close(() => real.listen(port, "127.0.0.1"));
    socket.resetAndDestroy();
  });
  await once(trial, "listening");
  const connection = await HttpConnection.open({ port, path: "/mcp" }, era);
  expect(await connection.ask({ id: 1, method: "tools/list" })).toContain("result");
  connection.close();
  real.close();
});

it("the page on performance has what was measured", () => {
  const results = join(ROOT, "bench/results");
  const reports = readdirSync(results).map((name) => JSON.parse(readFileSync(join(results, name), "utf8")));
  const page = readFileSync(join(ROOT, "docs/performance.md"), "utf8");
  const { text, charts } = performancePage(page, reports);
  expect(text).toBe(page);
  const written = readdirSync(join(ROOT, "docs/performance"));
  expect(written.toSorted()).toEqual([...charts.keys()].toSorted());
  for (const [name, chart] of charts) expect(readFileSync(join(ROOT, "docs/performance", name), "utf8")).toBe(chart);
});
