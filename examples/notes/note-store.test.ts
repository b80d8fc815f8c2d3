import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { NoteStore } from "./note-store.js";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "note-store-"));
  file = join(folder, "notes.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const titles = async () => (await new NoteStore(file).all()).map(({ title }) => title);

it("keeps what it was told, with its types", async () => {
  const store = new NoteStore(file);
  const note = await store.add({ title: "Grüße\u001e\n", text: "\ud800 🍎", tags: ["a", "b"] });
  const changed = await store.change(note.id, { text: "" });
  expect(changed).toEqual({ ...note, text: "", changed: expect.any(Date) });
  expect(await new NoteStore(file).all()).toEqual([changed]);
  expect(note.id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});

it("skips an entry that was begun and not finished, wherever it was cut", async () => {
  const store = new NoteStore(file);
  const first = await store.add({ title: "First", text: "Grüße" });
  const before = readFileSync(file);
  const torn = Buffer.from(before.toString().replace(first.id, "torn").replace("First", "Torn"));
  // Without its line end the entry is whole.
  for (let length = 1; length < torn.length - 1; length++) {
    writeFileSync(file, before);
    appendFileSync(file, torn.subarray(0, length));
    expect(await titles()).toEqual(["First"]);
    appendFileSync(file, torn.subarray(0, length));
    await new NoteStore(file).add({ title: "Second", text: "" });
    expect(await titles()).toEqual(["First", "Second"]);
  }
  writeFileSync(file, torn.subarray(0, -1));
  expect(await titles()).toEqual(["Torn"]);
  await new NoteStore(file).add({ title: "Second", text: "" });
  expect(await titles()).toEqual(["Torn", "Second"]);
});

const OLD = [{ id: "00000001", title: "Old", text: "Text", tags: ["a"], changed: "2025-11-29T16:00:00.000Z" }];

it.each([
  ["as it was written", JSON.stringify(OLD, null, 2)],
  ["on one line", JSON.stringify(OLD)],
  ["with line ends of Windows, and one at the end", `${JSON.stringify(OLD, null, 2)}\n`.replaceAll("\n", "\r\n")],
])("reads the array of an older version %s, and what follows it", async (_, text) => {
  writeFileSync(file, text);
  const old = { ...OLD[0], changed: new Date("2025-11-29T16:00:00.000Z") };
  expect(await new NoteStore(file).all()).toEqual([old]);
  const added = await new NoteStore(file).add({ title: "New", text: "" });
  expect(await new NoteStore(file).all()).toEqual([old, added]);
});

describe("refuses, and leaves as it is,", () => {
  const note = { ...OLD[0] };
  const entry = (value: unknown) => `\u001e${JSON.stringify(value)}\n`;

  it.each([
    ["another file", "PATH=/bin", 1],
    ["an array without its end", JSON.stringify(OLD).slice(0, -1), 1],
    ["an array of other things", "[1, null]", 1],
    ["JSON that is no array", '{ "notes": [] }', 1],
    ["an entry that is not JSON", `${entry({ add: note })}\u001e{"add":\n${entry({ add: note })}`, 2],
    ["an entry that says nothing", entry(null) + entry({ add: note }), 1],
    ["an entry of an unknown kind", entry({ add: note }) + entry({ rename: note }), 2],
    ["an entry without its start", `${entry({ add: note })}{"delete":"00000001"}\n`, 1],
    ["a note without a title", entry({ add: { ...note, title: undefined } }), 1],
    ["a note with tags that are not texts", JSON.stringify([{ ...note, tags: [1] }], null, 2), 1],
    [
      "a change to a date that is none",
      `[]\n${entry({ add: note })}${entry({ change: { id: note.id, changed: "x" } })}`,
      3,
    ],
  ])("%s", async (_, text, line) => {
    writeFileSync(file, text);
    const message = `Cannot read the notes file ${file}: the entry that starts at line ${line} is corrupt.`;
    await expect(new NoteStore(file).all()).rejects.toThrow(message);
    await expect(new NoteStore(file).add({ title: "New", text: "" })).rejects.toThrow(message);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});
