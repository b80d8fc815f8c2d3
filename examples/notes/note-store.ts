import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** What a person writes. */
export interface NewNote {
  /** One line. @maxLength 200 */
  title: string;
  /** Markdown. */
  text: string;
  /** Words to find it by. */
  tags?: string[];
}

/** A kept note. */
export interface Note extends Required<NewNote> {
  id: string;
  /** When it was last written. */
  changed: Date;
}

/** Notes in one JSON file. The file always holds either the old notes or the new ones, whenever the process dies. */
export class NoteStore {
  readonly #file: string;
  #notes: Promise<Map<string, Note>> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(file: string) {
    this.#file = file;
  }

  async all(): Promise<Note[]> {
    return [...(await this.#load()).values()];
  }

  async get(id: string): Promise<Note | undefined> {
    return (await this.#load()).get(id);
  }

  async add({ title, text, tags = [] }: NewNote): Promise<Note> {
    return this.#put({ id: randomUUID().slice(0, 8), title, text, tags, changed: new Date() });
  }

  async change(id: string, changes: Partial<NewNote>): Promise<Note | undefined> {
    const note = await this.get(id);
    if (!note) return undefined;
    // One by one: an object from outside may hold more than its type says, the id of another note for example.
    const { title = note.title, text = note.text, tags = note.tags } = changes;
    return this.#put({ id, title, text, tags, changed: new Date() });
  }

  async delete(id: string): Promise<boolean> {
    const existed = (await this.#load()).delete(id);
    if (existed) await this.#save();
    return existed;
  }

  async #put(note: Note): Promise<Note> {
    (await this.#load()).set(note.id, note);
    await this.#save();
    return note;
  }

  #load(): Promise<Map<string, Note>> {
    this.#notes ??= read(this.#file).catch(this.#forget);
    return this.#notes;
  }

  /** One write at a time, each of the notes as they are when its turn comes. */
  #save(): Promise<void> {
    const write = this.#writing
      .then(async () => replace(this.#file, JSON.stringify(await this.all(), null, 2)))
      .catch(this.#forget);
    this.#writing = write.catch(() => undefined);
    return write;
  }

  /** After a failure only the file is right, so it is read again. */
  #forget = (error: unknown): never => {
    this.#notes = undefined;
    throw error;
  };
}

async function read(file: string): Promise<Map<string, Note>> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Map();
    throw error;
  }
  const notes = JSON.parse(text, (key, value) => (key === "changed" ? new Date(value) : value)) as Note[];
  return new Map(notes.map((note) => [note.id, note]));
}

/** Writes beside the file and renames: a reader, or a crash, never sees half of it. */
async function replace(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(beside, "w");
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
