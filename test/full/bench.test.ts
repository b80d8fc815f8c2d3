import { expect, it } from "vitest";
import { bench, measuredIn } from "../support/bench.js";

const PEERS = ["fastmcp", "mcp-framework", "mcp-nest", "tmcp", "mcp-lite", "mcp-use", "xmcp"];

it.each(["http-call", "stdio-list"])("%s measures every peer that can do it", async (name) => {
  const { stdout } = await bench([name, "--tiny", "--subjects", PEERS.join(",")]);
  const cannot = /^\| (\S+) .*\| (?:has no stdio|needs Node 22)/gm;
  const without = [...stdout.matchAll(cannot)].map(([, subject]) => subject);
  for (const peer of PEERS.filter((each) => !without.includes(each))) expect(measuredIn(stdout)).toContain(peer);
});

it.runIf(process.platform === "linux" && process.arch === "x64")("mcp-use measures itself beside ours", async () => {
  const { stdout } = await bench(["mcp-use", "--tiny", "--subjects", "ours,mcp-use"]);
  expect(new Set(measuredIn(stdout))).toEqual(new Set(["bare-node-22", "ours", "mcp-use"]));
});

it("mixed has the same work done in every subject, on Node and on Bun", async () => {
  const { stdout } = await bench(["mixed", "--tiny"]);
  const onNode = ["bare", "ours", "sdk-v2", "sdk-v2-mcpserver"];
  const legacy = [...onNode, "sdk-v1", "sdk-v1-stateless"];
  const onBoth = (names: readonly string[]) => [...names, ...names.map((name) => `${name}-bun`)];
  expect(measuredIn(stdout)).toEqual([...onBoth(legacy), ...onBoth(legacy), ...onBoth(onNode)]);
});

it("compile measures the compiler beside others", async () => {
  const { stdout } = await bench(["compile", "--tiny"]);
  const subjects = [
    "plainmcp manifest, cold",
    "plainmcp manifest, warm",
    "plainmcp manifest, nothing kept",
    "tsc 5.9 --noEmit",
    "tsc 7.0 --noEmit",
    "typescript-json-schema",
    "esbuild with plainmcp, an edit",
  ];
  for (const subject of subjects) expect(measuredIn(stdout)).toContain(subject);
  expect(stdout).toContain("| 20 modules");
});
