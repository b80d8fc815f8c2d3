import { randomUUID } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ToolError } from "@plainmcp/core";

/** What a person writes. */
export interface NewNote {
  /** One line. @maxLength 200 */
  title: string;
  /** Markdown. */
  text: string;
  /** Words to find it by. */
  tags?: string[];
}

/** A stored note. */
export interface Note extends Required<NewNote> {
  id: string;
  /** When it was last written. */
  changed: Date;
}

/**
 * Notes in one file on a local disk, which several processes can share. Every change is an entry, appended in one write;
 * nothing is ever rewritten. So there are no locks and no temporary files, and a process can be killed at any moment.
 *
 * The file only grows: it keeps deleted notes and old versions, and every call reads all of it. That is fine for the notes of
 * one person; for more, use a database. Only its owner can read it (on Windows: whoever can read the folder).
 */
export class NoteStore {
  readonly #file: string;
  #wasRead = false;

  constructor(file: string) {
    this.#file = file;
  }

  async all(): Promise<Note[]> {
    return [...(await this.#read()).values()];
  }

  async get(id: string): Promise<Note | undefined> {
    return (await this.#read()).get(id);
  }

  async add({ title, text, tags = [] }: NewNote): Promise<Note> {
    const add = { id: randomUUID(), title, text, tags, changed: new Date() };
    await this.#append({ add });
    return add;
  }

  async change(id: string, changes: Partial<NewNote>): Promise<Note | undefined> {
    if (!(await this.get(id))) return undefined;
    // One by one: an object from outside may hold more than its type says, for example the id of another note. Fields that
    // are not given are not written, because another process may be changing them.
    const { title, text, tags } = changes;
    await this.#append({ change: { id, title, text, tags, changed: new Date() } });
    return this.get(id);
  }

  async delete(id: string): Promise<boolean> {
    if (!(await this.get(id))) return false;
    await this.#append({ delete: id });
    return true;
  }

  async #read(): Promise<Map<string, Note>> {
    const notes = replay(await readText(this.#file), this.#file);
    this.#wasRead = true;
    return notes;
  }

  async #append(entry: Entry): Promise<void> {
    // Before the first write: a file that is corrupt, or is not a file of notes, must stay unchanged.
    if (!this.#wasRead) await this.#read();
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    const file = await open(this.#file, "a", 0o600);
    try {
      // An older version of this server let others read the file.
      await file.chmod(0o600);
      // In one write, so that no other process writes in between.
      const bytes = Buffer.from(`${START}${JSON.stringify(entry)}\n`);
      const { bytesWritten } = await file.write(bytes);
      if (bytesWritten < bytes.length) throw new Error(`A change did not fit into ${this.#file}. Is the disk full?`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** A new note, the changes of a note, or the id of a deleted note. */
type Entry =
  | { readonly add: Note }
  | { readonly change: { readonly id: string } & { readonly [Key in keyof Note]?: Note[Key] | undefined } }
  | { readonly delete: string };

/**
 * Stands before each entry, as in JSON text sequences (RFC 7464). JSON never contains it, so an entry whose writer was
 * killed ends where the next one starts.
 */
const START = "\u001e";

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

function replay(text: string, file: string): Map<string, Note> {
  const notes = new Map<string, Note>();
  let line = 1;
  for (const [index, part] of text.split(START).entries()) {
    try {
      if (index > 0) applyEntry(notes, part);
      else if (part !== "") applyArray(notes, part);
    } catch (cause) {
      throw new ToolError(
        `Cannot read the notes file ${file}: the entry that starts at line ${line} is corrupt. ` +
          "Correct it, or move the file away to start a new one.",
        { cause },
      );
    }
    line += part.split("\n").length - 1;
  }
  return notes;
}

/** An older version of this server kept a JSON array of notes. Entries follow it. */
function applyArray(notes: Map<string, Note>, json: string): void {
  for (const note of JSON.parse(json) as Note[]) put(notes, note);
}

function applyEntry(notes: Map<string, Note>, json: string): void {
  if (isTorn(json)) return;
  const entry: Entry = JSON.parse(json);
  if ("add" in entry) put(notes, entry.add);
  else if ("delete" in entry) notes.delete(entry.delete);
  else {
    const note = notes.get(entry.change.id);
    // Another process may have deleted it.
    if (note) put(notes, { ...note, ...entry.change });
  }
}

/** Whether this is only the beginning of an entry: its writer was killed, found the disk full, or is still writing. */
function isTorn(json: string): boolean {
  if (json.includes("\n")) return false;
  try {
    JSON.parse(json);
    return false;
  } catch {
    return true;
  }
}

function put(notes: Map<string, Note>, json: Record<keyof Note, unknown>): void {
  const note = { ...json, changed: new Date(json.changed as string) };
  if (!isNote(note)) throw new TypeError("Not a note");
  notes.set(note.id, note);
}

function isNote(value: Record<keyof Note, unknown>): value is Note {
  const { id, title, text, tags, changed } = value;
  const hasTexts = [id, title, text].every((part) => typeof part === "string");
  const hasTags = Array.isArray(tags) && tags.every((tag) => typeof tag === "string");
  return hasTexts && hasTags && !Number.isNaN(Number(changed));
}
