import { tool } from "@plainmcp/core";
import { UNITS } from "./units.js";

/**
 * @typedef {object} Options
 * @property {number} [limit=10] How many at most
 * @property {"asc" | "desc"} order Which way
 */

/** A server without TypeScript. */
export default class Books {
  /**
   * Finds books.
   * @param {string} title Part of the title
   * @param {Options} options How to look
   * @param {Array<number>} [years] Only these
   * @param {string} [unit="page"] What to count
   * @returns {{ title: string, pages?: number }[]} The books
   */
  @tool
  find(title, options, years, unit = UNITS[0]) {
    return [];
  }

  /**
   * Counts.
   * @returns {Promise<number>}
   */
  @tool
  async count() {
    return 0;
  }
}
