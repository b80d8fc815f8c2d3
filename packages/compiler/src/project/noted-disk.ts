import { areStillTrue, askDisk, type DiskAnswers, type Question } from "../cache/disk-answers.js";
import { isPackaged } from "../typescript/is-packaged.js";
import { ts } from "../typescript/typescript.js";

type Notes = { [Q in Question]?: Record<string, string | boolean> };

/**
 * Reads the disk for the compiler, and notes each question and answer, to check later whether a result is still valid.
 */
export class NotedDisk {
  readonly #notes: Notes;

  constructor(notes: DiskAnswers = {}) {
    this.#notes = structuredClone(notes);
  }

  /** Everything asked so far, with the answers. */
  get answers(): DiskAnswers {
    return this.#notes;
  }

  isFile(path: string): boolean {
    return this.#ask("isFile", path) as boolean;
  }

  isDirectory(path: string): boolean {
    return this.#ask("isDirectory", path) as boolean;
  }

  realPath(path: string): string {
    return (this.#ask("realPath", path) as string).replaceAll("\\", "/");
  }

  /** Names of the directories in a directory. */
  directories(path: string): string[] {
    return (this.#ask("directories", path) as string).split("\n").filter((name) => name !== "");
  }

  /** A value that changes when the file does. */
  versionOf(path: string): string {
    return this.#ask(isInstalled(path) ? "stamp" : "content", path) as string;
  }

  read(path: string): string | undefined {
    // Noted before reading: if the file changes in between, the note is outdated, and the result is not reused.
    this.versionOf(path);
    return ts.sys.readFile(path);
  }

  /** A file's JSON object; empty if there is no file or no object in it, which TypeScript reports better. */
  readJson(path: string): { readonly [name: string]: unknown } {
    if (!this.isFile(path)) return {};
    try {
      const json: unknown = JSON.parse(this.read(path) ?? "");
      return typeof json === "object" && json !== null ? { ...json } : {};
    } catch {
      return {};
    }
  }

  /** Notes which declaration files exist below a path. */
  noteDeclarations(path: string): void {
    this.#ask("declarations", path);
  }

  /**
   * A disk that keeps the answers about paths and configs, but reads all sources again; or an empty one, if files have
   * moved.
   */
  reread(): { readonly disk: NotedDisk; readonly hasMoved: boolean } {
    const { stamp: _, content = {}, ...places } = this.#notes;
    const configs = Object.fromEntries(Object.entries(content).filter(([path]) => path.endsWith(".json")));
    const kept = { ...places, content: configs };
    return areStillTrue(kept)
      ? { disk: new NotedDisk(kept), hasMoved: false }
      : { disk: new NotedDisk(), hasMoved: true };
  }

  #ask(question: Question, path: string): string | boolean {
    this.#notes[question] ??= {};
    this.#notes[question][path] ??= askDisk(question, path);
    return this.#notes[question][path];
  }
}

/**
 * Whether only a package manager writes this file. JSON files are always read, because a `package.json` tells versions
 * apart.
 */
function isInstalled(path: string): boolean {
  return isPackaged(path) && !path.endsWith(".json");
}
