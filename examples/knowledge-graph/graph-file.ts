import { randomUUID } from "node:crypto";
import { on } from "node:events";
import { watch } from "node:fs";
import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { ToolError } from "@plainmcp/core";
import { applyChange, type Change, type Graph } from "./graph.js";

/**
 * A graph in a file, which several processes can share. Each change is one line, appended in one write and never written
 * again. So a change is there as a whole or not at all, nobody overwrites what others write at the same time, and a
 * process can be killed at any moment. The order of the lines is the order of the changes.
 *
 * The file only grows, and every call reads all of it: that is fine for the memory of one person.
 */
export class GraphFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async read(): Promise<Graph> {
    return (await this.#replay()).graph;
  }

  /**
   * Makes a change.
   *
   * @returns how much it has created or deleted
   * @throws ToolError when the change needs an entity that does not exist
   */
  async change(change: Change): Promise<number> {
    // On what is known now, so that a change that cannot be made is not written.
    applyChange(await this.read(), change);
    const id = randomUUID();
    await this.#append({ id, ...change });
    // Others may have written before it.
    return (await this.#replay()).counts.get(id) ?? 0;
  }

  /** Yields at once, and whenever the file has changed, whoever changed it. */
  async *changes(signal: AbortSignal): AsyncGenerator<void> {
    await (await this.#open()).close();
    const changes = on(watch(this.#file, { signal }), "change", { signal });
    yield;
    for await (const _ of changes) yield;
  }

  async #replay(): Promise<{ readonly graph: Graph; readonly counts: ReadonlyMap<string, number> }> {
    const graph: Graph = { entities: [], relations: [] };
    const counts = new Map<string, number>();
    for (const line of (await readText(this.#file)).split("\n")) {
      const entry = this.#readEntry(line);
      if (entry === undefined) continue;
      try {
        counts.set(entry.id, applyChange(graph, entry));
      } catch (error) {
        // Another process has deleted an entity at the same moment.
        if (!(error instanceof ToolError)) throw error;
      }
    }
    return { graph, counts };
  }

  /** Reads a line; `undefined` if it is empty, or its writer was killed before it was whole. */
  #readEntry(line: string): Entry | undefined {
    try {
      const entry: Entry = JSON.parse(line);
      if (typeof entry.id === "string") return entry;
    } catch {
      if (START.startsWith(line.slice(0, START.length))) return undefined;
    }
    throw new ToolError(`${this.#file} is no file of a knowledge graph. Move it away, or name another one.`);
  }

  async #append(entry: Entry): Promise<void> {
    const file = await this.#open();
    try {
      // It begins with the end of a line, because somebody may have been killed in the middle of one.
      const bytes = Buffer.from(`\n${JSON.stringify(entry)}\n`);
      const { bytesWritten } = await file.write(bytes);
      if (bytesWritten < bytes.length) throw new Error(`A change did not fit into ${this.#file}. Is the disk full?`);
      await file.sync();
    } finally {
      await file.close();
    }
  }

  async #open(): Promise<FileHandle> {
    await mkdir(dirname(this.#file), { recursive: true, mode: 0o700 });
    return open(this.#file, "a", 0o600);
  }
}

/** A change in the file. */
type Entry = Change & { readonly id: string };

/** How each line begins. */
const START = '{"id":"';

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}
