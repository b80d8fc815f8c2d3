import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { framing } from "./stdio-conformance/framing.js";
import { legacy } from "./stdio-conformance/legacy.js";
import { modern } from "./stdio-conformance/modern.js";
import { requests } from "./stdio-conformance/requests.js";
import type { Requirements } from "./stdio-conformance/requirements.js";
import { shutdown } from "./stdio-conformance/shutdown.js";
import { subscriptions } from "./stdio-conformance/subscriptions.js";
import { LineConnection } from "./support/line-connection.js";
import { PLAINMCP, ROOT } from "./support/serve.js";

const GROUPS: Readonly<Record<string, Requirements>> = { framing, requests, modern, subscriptions, legacy, shutdown };
const TABLE = readFileSync(join(ROOT, "docs/reference/stdio-conformance.md"), "utf8");

const out = mkdtempSync(join(tmpdir(), "plainmcp-stdio-"));
const shared: { modern: LineConnection; legacy: LineConnection } = {} as never;
const started: LineConnection[] = [];

const unheld = new Set<LineConnection>();

const ofRevision = new Map<string, Promise<LineConnection>>();

function start(args: readonly string[] = [join(out, "protocol.mjs")]): LineConnection {
  const connection = new LineConnection(args);
  started.push(connection);
  return connection;
}

function startUnheld(): LineConnection {
  const connection = start();
  unheld.add(connection);
  return connection;
}

function startWithoutPrompts(): LineConnection {
  return start([PLAINMCP, "serve", join(ROOT, "test/fixtures/noisy.ts")]);
}

function legacyOf(revision: string): Promise<LineConnection> {
  const open = async (): Promise<LineConnection> => {
    const connection = new LineConnection([join(out, "protocol.mjs")]);
    await connection.initialize(revision);
    return connection;
  };
  const connection = ofRevision.get(revision) ?? open();
  ofRevision.set(revision, connection);
  return connection;
}

beforeAll(async () => {
  const fixture = join(ROOT, "test/fixtures/protocol.ts");
  execFileSync(process.execPath, [PLAINMCP, "build", fixture, "--transport", "stdio", "--out-dir", out]);
  shared.modern = start();
  await shared.modern.modern("tools/list");
  started.length = 0;
  shared.legacy = await legacyOf("2025-11-25");
});

// A message that its revision's schema does not allow fails the requirement in which it was sent.
afterEach(async () => {
  for (const connection of started.splice(0)) {
    connection.kill("SIGKILL");
    await connection.exited;
    const problems = unheld.has(connection) ? [] : connection.log.problems();
    expect(problems.filter((problem) => problem !== "no revision was negotiated")).toEqual([]);
  }
  const lasting = [shared.modern, ...(await Promise.all(ofRevision.values()))];
  expect(lasting.flatMap((connection) => connection.log.problems())).toEqual([]);
});

afterAll(async () => {
  for (const connection of [shared.modern, ...(await Promise.all(ofRevision.values()))]) {
    connection.end();
    await connection.exited;
  }
  rmSync(out, { recursive: true });
});

describe.each(Object.entries(GROUPS))("%s", (_, requirements) => {
  it.each(Object.entries(requirements))("%s", async (_name, run) => {
    await run({ ...shared, legacyOf, start: () => start(), startUnheld, startWithoutPrompts });
  });
});

it("has a test for each requirement, and a requirement for each test", () => {
  const listed = Array.from(TABLE.matchAll(/^\| `([\w-]+)` \|/gm), ([, name]) => name);
  const tested = Object.values(GROUPS).flatMap((requirements) => Object.keys(requirements));
  expect([...listed].sort()).toEqual([...tested].sort());
  expect(new Set(listed).size).toBe(listed.length);
});
