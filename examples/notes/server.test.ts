import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Server, startServer } from "./start-server.fixture.js";

let folder: string;
let file: string;
let server: Server;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "notes-example-"));
  file = join(folder, "notes.json");
  server = await startServer(file);
});
afterEach(async () => {
  await server.client.close();
  rmSync(folder, { recursive: true });
});

test("keeps notes through a crash", async () => {
  const shopping = { title: "Shopping", text: "Two apples", tags: ["home"] };
  const { id } = (await server.call("create", shopping)).structuredContent as { id: string };
  const importing = server.call("importNotes", {
    notes: Array.from({ length: 1000 }, (_, n) => ({ title: `Note ${n}`, text: "" })),
  });
  const failure = expect(importing).rejects.toThrow();
  server.kill();
  await failure;

  server = await startServer(file);
  const { contents } = await server.client.readResource({ uri: `notes://${id}` });
  expect(contents).toMatchObject([{ mimeType: "text/markdown", text: "# Shopping\n\nTwo apples\n" }]);
});

test("finds, changes and deletes", async () => {
  const created = await server.call("create", { title: "Shopping", text: "Two apples" });
  const { id } = created.structuredContent as { id: string };
  await server.call("update", { id, changes: { tags: ["home"] } });
  const found = await server.call("search", { query: "apples", tag: "home" });
  expect(found.structuredContent).toMatchObject([{ id, title: "Shopping", text: "Two apples", tags: ["home"] }]);
  expect(await server.call("delete", { id })).not.toHaveProperty("isError", true);
  expect(await server.call("delete", { id })).toMatchObject({ isError: true });
  const prompt = await server.client.getPrompt({ name: "summary", arguments: { subject: "apples" } });
  expect(prompt.messages[0]?.content).toMatchObject({ text: expect.stringContaining("(there are none)") });
});

test("changes only the note it was told, and refuses what a note does not have", async () => {
  const [a, b] = [await server.create("A"), await server.create("B")];
  for (const changes of [{ id: b.id, title: "changed" }, { titel: "changed" }]) {
    expect(await server.call("update", { id: a.id, changes })).toMatchObject({ isError: true });
  }
  const updated = await server.call("update", { id: a.id, changes: { title: "changed" } });
  expect(updated.structuredContent).toMatchObject({ id: a.id, title: "changed" });
  const { contents } = await server.client.readResource({ uri: `notes://${b.id}` });
  expect(contents).toMatchObject([{ text: "# B\n\n\n" }]);
});

test("reports how far an import is", async () => {
  const notes = ["a", "b", "c"].map((title) => ({ title, text: "" }));
  const steps: unknown[] = [];
  const onprogress = (step: unknown) => void steps.push(step);
  await server.client.callTool({ name: "importNotes", arguments: { notes } }, { onprogress });
  // Steps in quick succession are reported as one, with the latest.
  expect(steps[0]).toEqual({ progress: 1, total: 3, message: "a" });
  expect(steps.at(-1)).toEqual({ progress: 3, total: 3, message: "c" });
});

test("tells which file is corrupt, and leaves it as it is", async () => {
  const { id } = await server.create("A");
  const entry = readFileSync(file, "utf8");
  const corrupt = entry + entry.replace('"title"', '"title') + entry.replaceAll(id, "other");
  writeFileSync(file, corrupt);

  const message = `Cannot read the notes file ${file}: the entry that starts at line 2 is corrupt. Correct it, or move the file away to start a new one.`;
  const failure = { isError: true, content: [{ type: "text", text: message }] };
  expect(await server.call("search")).toMatchObject(failure);
  expect(await server.call("update", { id, changes: { title: "B" } })).toMatchObject(failure);
  expect(await server.call("delete", { id })).toMatchObject(failure);
  await server.client.close();
  server = await startServer(file);
  expect(await server.call("create", { title: "B", text: "" })).toMatchObject(failure);
  expect(readFileSync(file, "utf8")).toBe(corrupt);

  writeFileSync(file, corrupt.replace('"title:', '"title":'));
  await server.create("B");
  expect((await server.all()).map(({ title }) => title)).toEqual(["A", "A", "B"]);
});
