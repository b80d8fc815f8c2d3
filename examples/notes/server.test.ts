import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, beforeEach, expect, test } from "vitest";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "notes-example-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function start() {
  const client = new Client({ name: "notes-test", version: "1.0.0" }, { versionNegotiation: { mode: "auto" } });
  const transport = new StdioClientTransport({
    command: "npx",
    args: ["plainmcp", "serve", "server.ts"],
    cwd: import.meta.dirname,
    env: { ...(process.env as Record<string, string>), NOTES_FILE: join(folder, "notes.json") },
  });
  await client.connect(transport);
  return { client, transport };
}

test("keeps notes through a crash", async () => {
  const first = await start();
  const { structuredContent } = await first.client.callTool({
    name: "create",
    arguments: { title: "Shopping", text: "Two apples", tags: ["home"] },
  });
  const { id } = structuredContent as { id: string };
  const importing = first.client.callTool({
    name: "importNotes",
    arguments: { notes: Array.from({ length: 1000 }, (_, n) => ({ title: `Note ${n}`, text: "" })) },
  });
  importing.catch(() => undefined);
  process.kill(first.transport.pid as number, "SIGKILL");
  await first.client.close();

  const second = await start();
  const { contents } = await second.client.readResource({ uri: `notes://${id}` });
  expect(contents).toMatchObject([{ mimeType: "text/markdown", text: "# Shopping\n\nTwo apples\n" }]);
  await second.client.close();
});

test("finds, changes and deletes", async () => {
  const { client } = await start();
  const created = await client.callTool({ name: "create", arguments: { title: "Shopping", text: "Two apples" } });
  const { id } = created.structuredContent as { id: string };
  await client.callTool({ name: "update", arguments: { id, changes: { tags: ["home"] } } });
  const found = await client.callTool({ name: "search", arguments: { query: "apples", tag: "home" } });
  expect(found.structuredContent).toMatchObject([{ id, title: "Shopping", text: "Two apples", tags: ["home"] }]);
  expect(await client.callTool({ name: "delete", arguments: { id } })).not.toHaveProperty("isError", true);
  expect(await client.callTool({ name: "delete", arguments: { id } })).toMatchObject({ isError: true });
  const prompt = await client.getPrompt({ name: "summary", arguments: { subject: "apples" } });
  expect(prompt.messages[0]?.content).toMatchObject({ text: expect.stringContaining("(there are none)") });
  await client.close();
});

test("changes only the note it was told, whatever else the changes hold", async () => {
  const { client } = await start();
  const create = async (title: string) =>
    (await client.callTool({ name: "create", arguments: { title, text: "" } })).structuredContent as { id: string };
  const [a, b] = [await create("A"), await create("B")];
  const changes = { id: b.id, title: "changed", extra: 1 };
  const updated = await client.callTool({ name: "update", arguments: { id: a.id, changes } });
  expect(updated.structuredContent).toMatchObject({ id: a.id, title: "changed" });
  expect(updated.structuredContent).not.toHaveProperty("extra");
  const { contents } = await client.readResource({ uri: `notes://${b.id}` });
  expect(contents).toMatchObject([{ text: "# B\n\n\n" }]);
  await client.close();
});

test("reports how far an import is", async () => {
  const { client } = await start();
  const notes = ["a", "b", "c"].map((title) => ({ title, text: "" }));
  const steps: unknown[] = [];
  const onprogress = (step: unknown) => void steps.push(step);
  await client.callTool({ name: "importNotes", arguments: { notes } }, { onprogress });
  // Steps in quick succession are reported as one, with the latest.
  expect(steps[0]).toEqual({ progress: 1, total: 3, message: "a" });
  expect(steps.at(-1)).toEqual({ progress: 3, total: 3, message: "c" });
  await client.close();
});
