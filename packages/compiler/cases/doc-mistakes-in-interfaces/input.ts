import { tool } from "@plainmcp/core";
import type { Store } from "storing";

interface Finder<T> {
  /**
   * Finds one.
   * @minLength 3
   * @param citty A misspelt name @minLength 2
   * @param {number} city Of another type
   * @param item.any Only the class knows whether it is there
   * @param options.deap A misspelt property
   */
  find(city: string, item: T, options: { deep: boolean }): void;

  /** Takes one back. @title Back @param to A misspelt name */
  back: (from: string) => void;
}

/** The user can correct the user's interface. */
export class Cities implements Finder<{ any: string }> {
  @tool
  find(city: string, item: { any: string }, options: { deep: boolean }): void {}

  @tool
  back(from: string): void {}
}

/** Nobody can correct the interface of a package. */
export class Stored implements Store<string> {
  @tool
  put(key: string, item: string, options: { deep: boolean }): string {
    return item;
  }
}

/** Here its tags find nothing that they could be about. */
export class Flat implements Pick<Store<string>, "put"> {
  @tool
  put(): string {
    return "";
  }
}
