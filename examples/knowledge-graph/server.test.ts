import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const PLAINMCP = fileURLToPath(new URL("../../packages/cli/bin/plainmcp.js", import.meta.url));
const ERAS = ["modern", "legacy"] as const;

let folder: string;
let file: string;
const clients: Client[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "graph-example-"));
  file = join(folder, "data", "graph.jsonl");
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  rmSync(folder, { recursive: true });
});

/** Starts the server in a process of its own. */
async function start(era: (typeof ERAS)[number] = "modern") {
  const mode = era === "modern" ? { pin: "2026-07-28" } : ("legacy" as const);
  const client = new Client({ name: "graph-test", version: "1.0.0" }, { versionNegotiation: { mode } });
  const transport = new StdioClientTransport({
    ...{ command: process.execPath, args: [PLAINMCP, "serve", "server.ts"], cwd: import.meta.dirname },
    env: { ...(process.env as Record<string, string>), GRAPH_FILE: file },
  });
  await client.connect(transport);
  clients.push(client);
  const call = async (name: string, args: Record<string, unknown> = {}) => {
    const { structuredContent, isError, content } = await client.callTool({ name, arguments: args });
    if (isError) throw new Error(content.map((block) => (block.type === "text" ? block.text : "")).join());
    // Legacy clients get numbers in an object.
    return era === "legacy"
      ? ((structuredContent as { result?: unknown }).result ?? structuredContent)
      : structuredContent;
  };
  return { client, call, kill: () => process.kill(transport.pid as number, "SIGKILL") };
}

const ADA = { name: "Ada", type: "person", observations: ["Writes programs"] };
const ENGINE = { name: "Analytical Engine", type: "machine", observations: [] };
const PROGRAMS = { from: "Ada", to: "Analytical Engine", type: "programs" };

describe.each(ERAS)("a %s client", (era) => {
  test("creates, finds and deletes", async () => {
    const { call } = await start(era);
    expect(await call("createEntities", { entities: [ADA, ENGINE] })).toBe(2);
    expect(await call("createEntities", { entities: [{ ...ADA, observations: [] }] })).toBe(0);
    expect(await call("createRelations", { relations: [PROGRAMS, PROGRAMS] })).toBe(1);
    const added = [{ entity: "Ada", contents: ["Lives in London", "Writes programs"] }];
    expect(await call("addObservations", { observations: added })).toBe(1);

    const ada = { ...ADA, observations: ["Writes programs", "Lives in London"] };
    expect(await call("readGraph")).toEqual({ entities: [ada, ENGINE], relations: [PROGRAMS] });
    expect(await call("search", { query: "london PERSON" })).toEqual({ entities: [ada], relations: [PROGRAMS] });
    expect(await call("search", { query: "paris" })).toEqual({ entities: [], relations: [] });
    expect(await call("open", { names: ["Analytical Engine", "Nobody"] })).toEqual({
      ...{ entities: [ENGINE], relations: [PROGRAMS] },
    });

    const gone = [{ entity: "Ada", contents: ["Lives in London", "Never said"] }];
    expect(await call("deleteObservations", { observations: gone })).toBe(1);
    expect(await call("deleteRelations", { relations: [PROGRAMS, PROGRAMS] })).toBe(1);
    await call("createRelations", { relations: [PROGRAMS] });
    expect(await call("deleteEntities", { names: ["Analytical Engine"] })).toBe(1);
    expect(await call("readGraph")).toEqual({ entities: [ADA], relations: [] });
  });

  test("is told what is wrong, and nothing is changed", async () => {
    const { call } = await start(era);
    await call("createEntities", { entities: [ADA] });
    const missing = 'There is no entity "Analytical Engine". Create it first, or search for its name.';
    await expect(call("createRelations", { relations: [PROGRAMS] })).rejects.toThrow(missing);
    const observations = [
      { entity: "Ada", contents: ["New"] },
      { entity: "Analytical Engine", contents: ["New"] },
    ];
    await expect(call("addObservations", { observations })).rejects.toThrow(missing);
    await expect(call("createEntities", { entities: [{ name: "", type: "person" }] })).rejects.toThrow(
      "Invalid arguments for tool createEntities",
    );
    expect(await call("readGraph")).toEqual({ entities: [ADA], relations: [] });
  });

  test("reads resources, and is told when they change, also by another process", async () => {
    const [{ client, call }, other] = await Promise.all([start(era), start()]);
    const uris = ["graph://all", "graph://entities/Ada"];
    let updates: string[] = [];
    client.setNotificationHandler("notifications/resources/updated", ({ params }) => void updates.push(params.uri));
    if (era === "modern") await client.listen({ resourceSubscriptions: uris });
    else for (const uri of uris) await client.subscribeResource({ uri });
    // Watching has begun.
    await expect.poll(() => [...new Set(updates)].sort()).toEqual(uris);

    for (const [index, change] of [call, other.call].entries()) {
      updates = [];
      await change("createEntities", { entities: [{ ...ADA, name: `Ada ${index}` }] });
      await expect.poll(() => [...new Set(updates)].sort()).toEqual(uris);
    }
    await call("createEntities", { entities: [ADA] });
    const { contents } = await client.readResource({ uri: "graph://entities/Ada" });
    expect(contents).toEqual([
      {
        uri: "graph://entities/Ada",
        mimeType: "application/json",
        text: JSON.stringify({ entities: [ADA], relations: [] }),
      },
    ]);
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      "graph://all",
      ...["Ada%200", "Ada%201", "Ada"].map((name) => `graph://entities/${name}`),
    ]);
    const ref = { type: "ref/resource" as const, uri: "graph://entities/{name}" };
    const { completion } = await client.complete({ ref, argument: { name: "name", value: "ada" } });
    expect(completion.values).toEqual(["Ada 0", "Ada 1", "Ada"]);
  });
});

test("two processes with several calls at once lose nothing", async () => {
  const servers = await Promise.all([start("modern"), start("legacy")]);
  await servers[0].call("createEntities", { entities: [ADA] });
  const rounds = Array.from({ length: 40 }, (_, round) => round);
  const counts = await Promise.all(
    servers.flatMap(({ call }, process) =>
      rounds.flatMap((round) => [
        call("createEntities", { entities: [{ ...ENGINE, name: `Shared ${round}` }] }),
        call("addObservations", { observations: [{ entity: "Ada", contents: [`${process}-${round}`] }] }),
      ]),
    ),
  );
  const graphs = await Promise.all(servers.map(({ call }) => call("readGraph")));
  expect(graphs[0]).toEqual(graphs[1]);
  const { entities } = graphs[0] as { entities: { name: string; observations: string[] }[] };
  expect(entities[0]?.observations).toHaveLength(1 + 2 * rounds.length);
  expect(
    entities
      .slice(1)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(rounds.map((round) => `Shared ${round}`).sort());
  // Each entity was created by exactly one of the two calls that tried.
  expect(counts.filter((count) => count === 1)).toHaveLength(3 * rounds.length);
});

test("keeps all that was acknowledged when it is killed", async () => {
  const { call, kill, client } = await start();
  const closed = new Promise((resolve) => {
    client.onclose = () => resolve(undefined);
  });
  const acknowledged: string[] = [];
  const write = async () => {
    for (let count = 0; ; count += 1) {
      await call("createEntities", { entities: [{ ...ADA, name: `Number ${count}` }] });
      acknowledged.push(`Number ${count}`);
      if (count === 20) kill();
    }
  };
  await expect(write()).rejects.toThrow();
  await closed;

  const { call: again } = await start();
  const { entities } = (await again("readGraph")) as { entities: { name: string }[] };
  expect(entities.map(({ name }) => name).slice(0, acknowledged.length)).toEqual(acknowledged);
});

test("skips a line that was begun and not finished, wherever it was cut", async () => {
  const { call } = await start();
  await call("createEntities", { entities: [ADA] });
  const before = readFileSync(file, "utf8");
  const torn = before.replaceAll("Ada", "Torn").trim();
  for (let length = 1; length < torn.length; length += 7) {
    writeFileSync(file, before);
    appendFileSync(file, torn.slice(0, length));
    await call("createEntities", { entities: [ENGINE] });
    expect(await call("readGraph")).toEqual({ entities: [ADA, ENGINE], relations: [] });
  }
});

test("leaves other files as they are", async () => {
  file = join(folder, "other");
  const { call } = await start();
  for (const text of ["PATH=/bin\n", '{"name":"package"}\n', "[1]"]) {
    writeFileSync(file, text);
    const message = `${file} is no file of a knowledge graph. Move it away, or name another one.`;
    await expect(call("createEntities", { entities: [ADA] })).rejects.toThrow(message);
    expect(readFileSync(file, "utf8")).toBe(text);
  }
});
