import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { CallToolResult } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NoteStore } from "../examples/notes/note-store.js";
import { CLIENTS, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP } from "./support/serve.js";

/**
 * What the eras may answer differently, and why. Every other expectation below is the same in every cell.
 */
const ERAS = {
  // Until 2025-11-25, structuredContent and the root of an output schema are objects, so other values are wrapped.
  legacy: { importSchema: { type: "object", properties: { result: expect.anything() } }, imported: { result: 5 } },
  modern: { importSchema: { type: "number" }, imported: 5 },
};

/** Every real client over every transport takes the same tour of the same server. */
const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));

describe.each(CELLS)("$client over $transport", ({ client: clientName, transport }) => {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-notes-"));
  const file = join(folder, "data", "notes.json");
  let connection: Connection;

  beforeAll(async () => {
    const args = [PLAINMCP, "serve", "examples/notes/server.ts"];
    connection = await connect(clientName, transport, { args, env: { NOTES_FILE: file } });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const call = (name: string, args: Record<string, unknown>) => connection.callTool(name, args);
  const textOf = (result: CallToolResult) =>
    result.content.map((block) => (block.type === "text" ? block.text : "")).join();

  it("learns who the server is", () => {
    expect(connection.client.getServerVersion()).toMatchObject({ name: "notes", version: "0.0.0" });
    expect(connection.client.getInstructions()).toMatch(/^A person's notes\./);
    expect(connection.client.getServerCapabilities()).toEqual({
      completions: {},
      logging: {},
      prompts: { listChanged: true },
      resources: { listChanged: true, subscribe: true },
      tools: { listChanged: true },
    });
  });

  it("lists the tools, with schemas from types and comments", async () => {
    const { tools } = await connection.client.listTools();
    expect(tools.map((tool) => tool.name)).toEqual(["create", "search", "update", "delete", "importNotes"]);
    expect(tools[1]).toMatchObject({
      description: "Finds notes, the latest first.",
      inputSchema: {
        type: "object",
        properties: {
          query: { type: "string", default: "", description: "Words in the title or text; empty finds all notes" },
          tag: { type: "string" },
          limit: { type: "number", default: 20, minimum: 1, maximum: 100 },
        },
        additionalProperties: false,
      },
      annotations: { readOnlyHint: true },
    });
    expect(tools[0]?.inputSchema.required).toEqual(["title", "text"]);
    expect(tools[4]).toMatchObject({ title: "Import notes", outputSchema: ERAS[connection.era].importSchema });
    expect(Object.keys(tools[4]?.inputSchema.properties ?? {})).toEqual(["notes"]);
    expect(JSON.stringify(tools)).not.toContain("x-ts");
  });

  it("calls tools, and what they keep survives in the file", async () => {
    const created = await call("create", { text: "Two apples", title: "Shopping", tags: ["home"] });
    const note = created.structuredContent as { id: string; changed: string };
    expect(note).toMatchObject({ title: "Shopping", text: "Two apples", tags: ["home"] });
    expect(note.changed).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(JSON.parse(textOf(created))).toEqual(note);

    const updated = await call("update", { id: note.id, changes: { text: "Three apples" } });
    expect(updated.structuredContent).toMatchObject({ id: note.id, title: "Shopping", text: "Three apples" });
    expect(await new NoteStore(file).all()).toMatchObject([{ id: note.id, text: "Three apples" }]);

    expect(textOf(await call("search", { query: "APPLES three", tag: "home" }))).toContain(note.id);
    expect(textOf(await call("search", { tag: "work" }))).not.toContain(note.id);

    expect(await call("delete", { id: note.id })).toMatchObject({ content: [] });
    expect(await new NoteStore(file).all()).toEqual([]);
  });

  it("reads resources and templates", async () => {
    const { id } = (await call("create", { title: "Grüße", text: "Ünïcode" })).structuredContent as { id: string };
    const { resources } = await connection.client.listResources();
    expect(resources).toMatchObject([{ uri: "notes://all", name: "all", title: "All notes" }]);
    const { resourceTemplates } = await connection.client.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([{ uriTemplate: "notes://{id}", name: "note", mimeType: "text/markdown" }]);

    const all = await connection.client.readResource({ uri: "notes://all" });
    expect(all.contents).toEqual([
      { uri: "notes://all", mimeType: "application/json", text: JSON.stringify([{ id, title: "Grüße" }]) },
    ]);
    const one = await connection.client.readResource({ uri: `notes://${id}` });
    expect(one.contents).toEqual([{ uri: `notes://${id}`, mimeType: "text/markdown", text: "# Grüße\n\nÜnïcode\n" }]);
  });

  it("gets prompts", async () => {
    const { prompts } = await connection.client.listPrompts();
    expect(prompts).toMatchObject([
      {
        name: "summary",
        description: "Sums up the notes on a subject.",
        arguments: [
          { name: "subject", description: "What the notes are about", required: true },
          { name: "style", description: "How long the summary is" },
        ],
      },
    ]);
    const { messages } = await connection.client.getPrompt({
      name: "summary",
      arguments: { style: "detailed", subject: "Grüße" },
    });
    expect(messages).toMatchObject([{ role: "user", content: { text: expect.stringContaining("detailed summary") } }]);
    expect(JSON.stringify(messages)).toContain("Ünïcode");
  });

  it("sees progress from the first step to the last, in order, and the log messages it asked for", async () => {
    await connection.logFrom("info");
    const notes = [1, 2, 3, 4, 5].map((n) => ({ title: `Note ${n}`, text: "" }));
    const seen: unknown[] = [];
    const result = await connection.callTool("importNotes", { notes }, { onprogress: (step) => seen.push(step) });
    expect(result.structuredContent).toEqual(ERAS[connection.era].imported);
    expect(textOf(result)).toBe("5");
    const steps = notes.map(({ title }, index) => ({ progress: index + 1, total: 5, message: title }));
    // What comes in quick succession is sent as one, with the latest value.
    expect(steps.filter((step) => seen.some((sent) => isDeepStrictEqual(sent, step)))).toEqual(seen);
    expect([seen[0], seen.at(-1)]).toEqual([steps[0], steps[4]]);
    expect(connection.logs).toEqual(["5 notes imported"]);
  });

  it("cancels a call, and the work stops", async () => {
    const notes = Array.from({ length: 5000 }, (_, n) => ({ title: `Many ${n}`, text: "" }));
    const cancel = new AbortController();
    const running = connection.callTool(
      "importNotes",
      { notes },
      {
        signal: cancel.signal,
        onprogress: () => cancel.abort(),
      },
    );
    await expect(running).rejects.toThrow();
    const count = async () => (await new NoteStore(file).all()).length;
    let last = -1;
    for (let now = await count(); now !== last; now = await count()) {
      last = now;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    expect(last).toBeGreaterThan(0);
    expect(last).toBeLessThan(5000);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["a missing argument", { title: "x" }, /text/],
    ["an argument of the wrong type", { title: 1, text: "" }, /title.*string/],
    ["an unknown argument", { title: "x", text: "", colour: "red" }, /colour/],
    ["the argument constructor", { title: "x", text: "", constructor: {} }, /constructor/],
    ["the argument toString", { title: "x", text: "", toString: "x" }, /toString/],
    ["a value against a constraint", { title: "x".repeat(201), text: "" }, /title.*200/],
  ])("answers %s with an error that the model can read", async (_, args, message) => {
    const result = await call("create", args);
    expect(result.isError).toBe(true);
    expect(textOf(result)).toMatch(message);
  });

  it("refuses a message with the key __proto__, and goes on", async () => {
    const args = JSON.parse('{"title": "x", "text": "", "__proto__": {"tags": ["a"]}}');
    await expect(call("create", args)).rejects.toThrow(/__proto__/);
    expect(textOf(await call("search", { tag: "a" }))).toBe("[]");
  });

  it("refuses unknown names", async () => {
    const { client } = connection;
    for (const name of ["nothing", "__proto__", "constructor", "toString"]) {
      await expect(call(name, {})).rejects.toMatchObject({ code: -32602 });
      await expect(client.getPrompt({ name })).rejects.toMatchObject({ code: -32602 });
    }
    await expect(client.getPrompt({ name: "summary" })).rejects.toMatchObject({ code: -32602 });
    // Version 2 of the SDK shows its users the code of 2026-07-28 for that of every revision.
    const notFound = clientName === "sdk v1, legacy" ? -32002 : -32602;
    for (const uri of ["notes://nothing", "other://x"]) {
      await expect(client.readResource({ uri })).rejects.toMatchObject({ code: notFound, data: { uri } });
    }
  });

  it("shows what a ToolError says, and hides what any other error says", async () => {
    const missing = await call("delete", { id: "nothing" });
    expect(missing).toMatchObject({ isError: true });
    expect(textOf(missing)).toBe("There is no note nothing. Call search to find its id.");

    rmSync(join(folder, "data"), { recursive: true });
    writeFileSync(join(folder, "data"), "in the way of the folder");
    const failed = await call("create", { title: "x", text: "" });
    expect(failed).toMatchObject({ isError: true });
    expect(textOf(failed)).toMatch(/^The server failed to answer \(tool "create"\)\. .* reference \w+\.$/);
    rmSync(join(folder, "data"));
    mkdirSync(join(folder, "data"));
    expect(await call("create", { title: "again", text: "" })).not.toHaveProperty("isError", true);
  });

  it("was sent only messages that the protocol's schema allows", async () => {
    expect(await connection.close()).toEqual([]);
  });
});
