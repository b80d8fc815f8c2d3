import type { SecretKey } from "../secret/create-secret-key.js";
import { createCursors } from "./create-cursors.js";

/** One page of a list. */
export interface Page<T extends object = object> {
  readonly items: readonly T[];
  /** Where the next page begins, if there is one. */
  readonly nextCursor?: string;
}

/**
 * Cuts one page out of a list: the first, without a cursor.
 *
 * @param state Names the list and what it consists of: a cursor is good for no other
 * @throws FaultError when the cursor is not one of ours, or the list has changed since
 */
export type Pager = <T extends object>(
  items: readonly T[],
  cursor: string | undefined,
  state: () => string | Promise<string>,
) => Promise<Page<T>>;

/**
 * Makes the pages of one server.
 *
 * @param pageSize Most entries on one page
 */
export function createPager(pageSize: number, secretKey: SecretKey): Pager {
  const cursors = createCursors(secretKey);
  return async (items, cursor, state) => {
    if (cursor === undefined && items.length <= pageSize) return { items };
    const list = await state();
    const from = cursor === undefined ? 0 : await cursors.read(list, cursor);
    const to = from + pageSize;
    return {
      items: items.slice(from, to),
      ...(to < items.length && { nextCursor: await cursors.sign(list, to) }),
    };
  };
}
