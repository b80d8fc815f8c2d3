import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Server, startServer } from "./start-server.fixture.js";

let folder: string;
let file: string;
const servers: Server[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "notes-example-"));
  file = join(folder, "data", "notes.json");
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map(({ client }) => client.close()));
  rmSync(folder, { recursive: true });
});

async function start(command?: readonly string[]): Promise<Server> {
  const server = await startServer(file, command);
  servers.push(server);
  return server;
}

const startTwo = () => Promise.all([start(), start()]);

test("keep every note of each other, under an id of its own", async () => {
  const [a, b] = await startTwo();
  const createMany = async (server: Server, name: string) => {
    const created = [];
    for (let n = 0; n < 150; n++) created.push(await server.create(`${name} ${n}`));
    return created;
  };
  // Two calls at a time in each process.
  const created = (
    await Promise.all([createMany(a, "A"), createMany(a, "B"), createMany(b, "C"), createMany(b, "D")])
  ).flat();

  expect(new Set(created.map(({ id }) => id)).size).toBe(600);
  const byId = (x: { id: string }, y: { id: string }) => x.id.localeCompare(y.id);
  const expected = created.map(({ id, title }) => ({ id, title })).sort(byId);
  expect((await a.all()).sort(byId)).toEqual(expected);
  expect((await b.all()).sort(byId)).toEqual(expected);
  expect(readdirSync(join(folder, "data"))).toEqual(["notes.json"]);
});

test("keep what was acknowledged when one is killed in the middle of an import", async () => {
  const [importing, writing] = await startTwo();
  const notes = Array.from({ length: 10_000 }, (_, n) => ({ title: `Imported ${n}`, text: "Grüße" }));
  let imported = 0;
  const onprogress = ({ progress }: { progress: number }) => {
    if (imported < 200 && progress >= 200) importing.kill();
    imported = progress;
  };
  let isRunning = true;
  importing.client.onclose = () => {
    isRunning = false;
  };
  const result = importing.client.callTool({ name: "importNotes", arguments: { notes } }, { onprogress });
  const failure = expect(result).rejects.toThrow();

  const created: string[] = [];
  const create = async () => created.push((await writing.create(`Created ${created.length}`)).id);
  while (isRunning) await create();
  expect(created).not.toEqual([]);
  await create();
  await failure;

  const kept = await (await start()).all();
  expect(await writing.all()).toEqual(kept);
  expect(kept.map(({ id }) => id).filter((id) => created.includes(id))).toEqual(created);
  const titles = kept.map(({ title }) => title).filter((title) => title.startsWith("Imported"));
  expect(titles).toEqual(titles.map((_, n) => `Imported ${n}`));
  expect(titles.length).toBeGreaterThanOrEqual(imported);
  expect(titles.length).toBeLessThan(notes.length);
  expect(readdirSync(join(folder, "data"))).toEqual(["notes.json"]);
});

test("see what the other has changed and deleted", async () => {
  const [a, b] = await startTwo();
  const { id } = await a.create("Shopping");
  await b.call("update", { id, changes: { text: "Two apples" } });
  expect((await a.call("search", { query: "apples" })).structuredContent).toMatchObject([{ id, title: "Shopping" }]);

  await a.call("delete", { id });
  const missing = { isError: true, content: [{ text: `There is no note ${id}. Call search to find its id.` }] };
  expect(await b.call("update", { id, changes: { text: "Three apples" } })).toMatchObject(missing);
  expect(await b.call("delete", { id })).toMatchObject(missing);
  expect(await b.all()).toEqual([]);
});

test("do not undo each other's updates", async () => {
  const [a, b] = await startTwo();
  const [shared, other] = [await a.create("Shared"), await a.create("Other")];
  const rounds = 50;
  for (let round = 1; round <= rounds; round++) {
    await Promise.all([
      a.call("update", { id: shared.id, changes: { title: `Title ${round}` } }),
      b.call("update", { id: shared.id, changes: { text: `Text ${round}` } }),
      b.call("update", { id: other.id, changes: { tags: [`tag${round}`] } }),
    ]);
    const { structuredContent } = await a.call("search");
    expect(structuredContent).toHaveLength(2);
    expect(structuredContent).toContainEqual(
      expect.objectContaining({ id: shared.id, title: `Title ${round}`, text: `Text ${round}`, tags: [] }),
    );
    expect(structuredContent).toContainEqual(
      expect.objectContaining({ id: other.id, title: "Other", tags: [`tag${round}`] }),
    );
  }
});

test("do not bring back a note that the other deletes while they change it", async () => {
  const [a, b] = await startTwo();
  for (let round = 0; round < 50; round++) {
    const { id } = await a.create("Shared");
    const update = b.call("update", { id, changes: { title: "Changed" } });
    const [deleted] = await Promise.all([a.call("delete", { id }), update]);
    expect(deleted).not.toHaveProperty("isError", true);
    expect(await b.all()).toEqual([]);
  }
});

test("take over the array of an older version at the same time", async () => {
  file = join(folder, "notes.json");
  const old = Array.from({ length: 100 }, (_, n) => ({
    id: `0000${n}`,
    title: `Old ${n}`,
    text: "[\n]",
    tags: ["home"],
    changed: "2025-11-29T16:00:00.000Z",
  }));
  writeFileSync(file, JSON.stringify(old, null, 2));
  chmodSync(file, 0o644);
  const [a, b] = await startTwo();
  await Promise.all([
    a.create("A"),
    b.create("B"),
    a.call("update", { id: "00001", changes: { title: "Changed" } }),
    b.call("delete", { id: "00002" }),
  ]);

  const notes = await a.all();
  expect(await b.all()).toEqual(notes);
  const kept = old.filter(({ id }) => id !== "00002").map(({ id, title }) => ({ id, title }));
  expect(notes.slice(0, 99)).toEqual(kept.map((note) => (note.id === "00001" ? { ...note, title: "Changed" } : note)));
  expect(
    notes
      .slice(99)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(["A", "B"]);
  const found = await b.call("search", { query: "changed [", tag: "home" });
  expect(found.structuredContent).toMatchObject([{ id: "00001", text: "[\n]", tags: ["home"] }]);
  expect(readFileSync(file, "utf8").startsWith(JSON.stringify(old, null, 2))).toBe(true);
  expect(modeOf(file)).toBe(0o600);
});

test("keep the file private, whatever the umask", async () => {
  const server = await start(["sh", "-c", 'umask 0; exec "$0" "$@"']);
  await server.create("Secret");
  expect(modeOf(file)).toBe(0o600);
  expect(modeOf(join(folder, "data"))).toBe(0o700);
});

function modeOf(path: string): number {
  return statSync(path).mode & 0o777;
}
