import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Context, type Page, type Root, type Session, ToolError, tool } from "@plainmcp/core";
import { AllowedFolders } from "./allowed-folders.js";

const PAGE = 100;
const MAX_FOUND = 200;

/** What a folder contains. */
export interface Entry {
  /** From the listed folder. */
  path: string;
  type: "file" | "folder" | "other";
}

/** Facts about a file or folder. */
export interface Info {
  type: Entry["type"];
  bytes: number;
  modified: Date;
}

/** One replacement. */
export interface Edit {
  /** Text that occurs exactly once. @minLength 1 */
  find: string;
  replaceBy: string;
}

/**
 * Reads and changes files in the allowed folders. Paths are absolute, or start from the first of these folders.
 */
export default class Files {
  readonly #given = new AllowedFolders(process.argv.slice(2));
  /** The folders of older clients that work in folders of their own, by session. Over stdio there is one. */
  readonly #ofSessions = new Map<string, AllowedFolders>();

  /** Gives the folders that may be used. */
  @tool({ annotations: { readOnlyHint: true } })
  async allowedFolders(ctx: Context): Promise<string[]> {
    return (await this.#folders(ctx)).paths();
  }

  /**
   * Lists a folder, a hundred entries at a time.
   * @param folder To list
   * @param cursor Where to go on, from the page before
   */
  @tool({ annotations: { readOnlyHint: true } })
  async list(ctx: Context, folder = ".", cursor?: string): Promise<Page<Entry>> {
    const path = await (await this.#folders(ctx)).existing(folder);
    const after = await ctx.readCursor<string>(cursor);
    const names = (await readdir(path)).sort().filter((name) => after === undefined || name > after);
    const entries = await Promise.all(names.slice(0, PAGE).map((name) => entryOf(path, name)));
    return ctx.page(entries, names.length > PAGE ? names[PAGE - 1] : undefined);
  }

  /**
   * Reads a text file.
   * @param path Of the file
   * @param from The first line to read, from 1 @minimum 1
   * @param lines How many lines to read at most; without it, all @minimum 1
   */
  @tool({ annotations: { readOnlyHint: true } })
  async read(ctx: Context, path: string, from = 1, lines?: number): Promise<string> {
    const text = await readText(await (await this.#folders(ctx)).existing(path), path);
    if (from === 1 && lines === undefined) return text;
    return text
      .split("\n")
      .slice(from - 1, lines === undefined ? undefined : from - 1 + lines)
      .join("\n");
  }

  /**
   * Shows an image, or plays audio.
   * @param path Of the file
   */
  @tool({ annotations: { readOnlyHint: true } })
  async show(ctx: Context, path: string): Promise<Uint8Array> {
    return readFile(await (await this.#folders(ctx)).existing(path));
  }

  /**
   * Finds files and folders by part of their names, also in folders below.
   * @param folder To search
   * @param text Part of the name, in any letter case @minLength 1
   * @returns Paths from the folder, 200 at most
   */
  @tool({ annotations: { readOnlyHint: true } })
  async find(ctx: Context, text: string, folder = "."): Promise<string[]> {
    const top = await (await this.#folders(ctx)).existing(folder);
    const found: string[] = [];
    const open = [top];
    for (let at = open.pop(); at !== undefined && found.length < MAX_FOUND; at = open.pop()) {
      ctx.signal.throwIfAborted();
      ctx.progress(found.length, undefined, relative(top, at));
      for (const entry of await readdir(at, { withFileTypes: true })) {
        const path = join(at, entry.name);
        if (entry.name.toLowerCase().includes(text.toLowerCase())) found.push(relative(top, path));
        // Links are not followed, so that a search ends and stays inside.
        if (entry.isDirectory()) open.push(path);
      }
    }
    return found.slice(0, MAX_FOUND).sort();
  }

  /**
   * Gives facts about a file or folder.
   * @param path Of either
   */
  @tool({ annotations: { readOnlyHint: true } })
  async info(ctx: Context, path: string): Promise<Info> {
    const real = await (await this.#folders(ctx)).existing(path);
    const [{ type }, { size, mtime }] = await Promise.all([entryOf(dirname(real), basename(real)), stat(real)]);
    return { type, bytes: size, modified: mtime };
  }

  /**
   * Writes a text file. One that exists is replaced.
   * @param path Of the file
   * @param text Its whole content
   */
  @tool({ annotations: { destructiveHint: true, idempotentHint: true } })
  async write(ctx: Context, path: string, text: string): Promise<void> {
    await replaceFile(await (await this.#folders(ctx)).writable(path), text);
  }

  /**
   * Replaces parts of a text file, one after the other. If one of them does not fit, nothing is changed.
   * @param path Of the file
   * @param edits The replacements @minItems 1
   * @returns The new content
   */
  @tool({ annotations: { destructiveHint: true } })
  async edit(ctx: Context, path: string, edits: Edit[]): Promise<string> {
    const real = await (await this.#folders(ctx)).existing(path);
    let text = await readText(real, path);
    for (const { find, replaceBy } of edits) {
      const parts = text.split(find);
      const times = parts.length - 1;
      if (times !== 1) {
        const why = times === 0 ? "does not occur" : `occurs ${times} times. Give more of the text around it`;
        throw new ToolError(`Nothing was changed: this text ${why}: ${JSON.stringify(find)}`);
      }
      text = parts.join(replaceBy);
    }
    await replaceFile(real, text);
    return text;
  }

  /**
   * Creates a folder, if it does not exist.
   * @param path Of the folder; the folder above it must exist
   */
  @tool({ annotations: { destructiveHint: false, idempotentHint: true } })
  async createFolder(ctx: Context, path: string): Promise<void> {
    await mkdir(await (await this.#folders(ctx)).writable(path), { recursive: true });
  }

  /**
   * Moves or renames a file or folder. Nothing is replaced.
   * @param from Its path
   * @param to Its new path
   */
  @tool({ annotations: { destructiveHint: true } })
  async move(ctx: Context, from: string, to: string): Promise<void> {
    const folders = await this.#folders(ctx);
    const [source, target] = await Promise.all([folders.existing(from), folders.writable(to)]);
    const isFree = await stat(target).then(
      () => false,
      () => true,
    );
    if (!isFree) throw new ToolError(`There is ${to} already. Choose another name.`);
    await rename(source, target);
  }

  rootsChanged(roots: readonly Root[], session: Session): void {
    this.#ofSessions.set(session.id, toFolders(roots));
  }

  /** The folders that an older client works in, if it says so; otherwise those of the command line. */
  async #folders({ session, client, roots }: Context): Promise<AllowedFolders> {
    if (session === undefined || client.capabilities.roots === undefined) return this.#given;
    const known = this.#ofSessions.get(session.id) ?? toFolders(await roots());
    this.#ofSessions.set(session.id, known);
    return known;
  }
}

function toFolders(roots: readonly Root[]): AllowedFolders {
  return new AllowedFolders(roots.filter(({ uri }) => uri.startsWith("file:")).map(({ uri }) => fileURLToPath(uri)));
}

async function entryOf(folder: string, name: string): Promise<Entry> {
  // A link may lead nowhere, or to something that is gone by now.
  const found = await stat(join(folder, name)).catch(() => undefined);
  return { path: name, type: found?.isFile() ? "file" : found?.isDirectory() ? "folder" : "other" };
}

async function readText(real: string, path: string): Promise<string> {
  if ((await stat(real)).isDirectory()) throw new ToolError(`${path} is a folder. list shows what is in it.`);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await readFile(real));
  } catch (error) {
    if (error instanceof TypeError) throw new ToolError(`${path} is not a text file. show shows images.`);
    throw error;
  }
}

/** Replaces a file as a whole, so that nobody ever reads half of it. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${randomUUID()}`);
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
