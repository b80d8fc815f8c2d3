import { type Context, tool } from "@plainmcp/core";
import type { Index } from "searching";

interface Named {
  /** Renames it. @param id Which one @param to The new name @minLength 1 @returns Whether there was one */
  rename(id: number, to: string): boolean;
}

interface Searcher<T> extends Named {
  /**
   * Searches things.
   * @param query What to look for @minLength 2
   * @param filter.tags Any of these @minItems 1
   * @param page Which page, if there are several @minimum 1
   * @returns What was found
   */
  search(query: T, filter: { tags: string[] }, page: number): Promise<string[]>;

  /** @param to At most 20 characters @maxLength 20 */
  rename(id: number, to: string): boolean;
}

type Counter = {
  /** Counts. @param from The first number @integer */
  count(from: number): number;

  /** Sets it back. @deprecated Count from another number. */
  reset: (/** The new value @minimum 0 */ value: number) => void;
};

interface Looker {
  /** Looks up words. @param word A word @maxLength 8 */
  look(word: string): string;
  /** Looks up numbers. @param entry A number @minimum 7 */
  look(entry: number): string;
}

/** Text says nothing, so all is the interface's. Parameters are the same by position. */
export class Things implements Searcher<string> {
  @tool
  async search(q: string, where: { tags: string[] }): Promise<string[]> {
    return [q, ...where.tags];
  }

  /** Gives it a name. @param id Its number */
  @tool
  rename(id: number, newName: string): boolean {
    return true;
  }
}

interface Mover {
  /** Moves. @param way From where to where @param way.from The start @param way.to The end @minLength 2 */
  move(way: { from: string; to: string }): void;
}

/** The properties of a destructured parameter are found under any name. */
export class Moving implements Mover {
  @tool
  move({ from, to }: { from: string; to: string }): void {}
}

/** Of two interfaces the first one speaks first. */
export class Both implements Mover, Renamer {
  /** {@inheritDoc Mover.move} */
  @tool
  move(way: { from: string; to: string }, quickly = false): void {}
}

interface Renamer {
  /** Renames a file. @param path Old and new @param quickly Whether to hurry */
  move(path: { from: string; to: string }, quickly?: boolean): void;
}

class CountingBase implements Counter {
  /** @param from Where to begin */
  count(from: number): number {
    return from;
  }
  reset(value: number): void {}
}

/** A base class speaks before an interface, and its interfaces behind those of the class. */
export class Counting extends CountingBase implements Partial<Looker>, Pick<Counter, "count"> {
  @tool
  override count(start: number): number {
    return start;
  }
  @tool
  override reset(value: number): void {}
  @tool
  look(entry: string | number, ctx?: Context): string {
    return String(entry);
  }
}

/** The comments of packages are cut to the gist, and their tags count only where they cannot be prose. */
export class Documents implements Index {
  @tool
  find(text: string, options: { max: number }): string[] {
    return [text];
  }
  @tool
  drop(key: string): void {}
  @tool
  add(name: string): void {}
}

/** What the platform says of its own objects is not about this one. */
export class Words implements Pick<WeakRef<object>, "deref">, Disposable {
  @tool
  deref(): object | undefined {
    return undefined;
  }
  [Symbol.dispose](): void {}
}

/** A class can be implemented, too. Its decorators are not inherited. */
export class Mirror implements Things {
  /** Asks another. */
  @tool
  async search(query: string, filter: { tags: string[] }): Promise<string[]> {
    return [query];
  }
  rename(): boolean {
    return false;
  }
}
