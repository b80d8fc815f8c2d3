import { tool } from "@plainmcp/core";

interface Filter {
  /**
   * Which ones.
   * @example
   * ["a", "b"]
   * @example
   * ```json
   * [
   *   "c"
   * ]
   * ```
   */
  tags: string[];
  /** @example Paris @example "Rome" */
  city?: string;
}

export class Search {
  /**
   * Finds things.
   *
   * @example {"filter": {"tags": ["a"]}, "limit": 1}
   * @example
   * ```ts
   * // @minimum 7 is no tag here
   * await search.find({ tags: [] });
   * ```
   * @param filter What to find
   * @param limit How many
   *   @example 5
   *   @example find(3)
   * @returns The names
   */
  @tool
  find(filter: Filter, limit = 10): string[] {
    return [];
  }
}
