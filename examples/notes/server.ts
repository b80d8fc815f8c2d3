import { homedir } from "node:os";
import { join } from "node:path";
import { type Context, prompt, resource, ToolError, tool } from "@plainmcp/core";
import { type NewNote, type Note, NoteStore } from "./note-store.js";

/**
 * A person's notes. Search before you create one, to avoid duplicates, and tell the person the id of every note that you
 * change.
 */
export default class Notes {
  readonly #store = new NoteStore(process.env.NOTES_FILE ?? join(homedir(), ".plainmcp-notes.json"));

  /**
   * Writes a new note.
   * @param title One line @maxLength 200
   * @param text Markdown
   * @param tags Words to find it by
   */
  @tool({ annotations: { destructiveHint: false } })
  async create(title: string, text: string, tags: string[] = []): Promise<Note> {
    return this.#store.add({ title, text, tags });
  }

  /**
   * Finds notes, the latest first.
   * @param query Words in the title or text; empty finds all notes
   * @param tag Only notes with this tag
   * @param limit Maximum number of notes @minimum 1 @maximum 100
   */
  @tool({ annotations: { readOnlyHint: true } })
  async search(query = "", tag?: string, limit = 20): Promise<Note[]> {
    const words = query.toLowerCase().split(/\s+/);
    const found = (await this.#store.all()).filter(
      (note) =>
        words.every((word) => `${note.title}\n${note.text}`.toLowerCase().includes(word)) &&
        (tag === undefined || note.tags.includes(tag)),
    );
    return found.sort((a, b) => b.changed.getTime() - a.changed.getTime()).slice(0, limit);
  }

  /**
   * Changes a note. What is not given stays as it is.
   * @param id Id of the note
   */
  @tool
  async update(id: string, changes: Partial<NewNote>): Promise<Note> {
    return (await this.#store.change(id, changes)) ?? missing(id);
  }

  /** Deletes a note for good. @param id Id of the note */
  @tool({ annotations: { destructiveHint: true, idempotentHint: true } })
  async delete(id: string): Promise<void> {
    if (!(await this.#store.delete(id))) missing(id);
  }

  /**
   * Writes many notes. If it is cancelled, the notes written so far remain.
   * @param notes The notes @minItems 1 @maxItems 10000
   * @returns How many were written
   */
  @tool({ title: "Import notes", annotations: { destructiveHint: false } })
  async importNotes(notes: NewNote[], ctx: Context): Promise<number> {
    for (const [index, note] of notes.entries()) {
      ctx.signal.throwIfAborted();
      await this.#store.add(note);
      ctx.progress(index + 1, notes.length, note.title);
    }
    ctx.log.info(`${notes.length} notes imported`);
    return notes.length;
  }

  /** Titles and ids of all notes. */
  @resource("notes://all", { title: "All notes" })
  async all(): Promise<Pick<Note, "id" | "title">[]> {
    return (await this.#store.all()).map(({ id, title }) => ({ id, title }));
  }

  /** One note. @param id Id of the note */
  @resource("notes://{id}", { mimeType: "text/markdown" })
  async note(id: string): Promise<string | undefined> {
    const note = await this.#store.get(id);
    return note && `# ${note.title}\n\n${note.text}\n`;
  }

  /**
   * Sums up the notes on a subject.
   * @param subject What the notes are about
   * @param style How long the summary is
   */
  @prompt
  async summary(subject: string, style: "short" | "detailed" = "short"): Promise<string> {
    const notes = await this.search(subject);
    const texts = notes.map((note) => `## ${note.title}\n\n${note.text}`).join("\n\n");
    return `Give me a ${style} summary of my notes on ${subject}:\n\n${texts || "(there are none)"}`;
  }
}

function missing(id: string): never {
  throw new ToolError(`There is no note ${id}. Call search to find its id.`);
}
