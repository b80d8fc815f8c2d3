import type { Awaitable } from "../promises/awaitable.js";
import type { SecretKey } from "../secret/create-secret-key.js";
import { createCursors } from "./create-cursors.js";

/** One page of a list. */
export interface Page<T extends object = object> {
  readonly items: readonly T[];
  /** Where the next page begins, if there is one. */
  readonly nextCursor?: string;
}

/** Returns the name of a list and its contents. */
type State = () => Awaitable<string>;

/**
 * Returns one page of a list: without a cursor, the first one.
 *
 * @param state Returns the name of the list and its contents. A cursor is valid for no other state
 * @throws FaultError when the cursor is invalid, or the list has changed since
 */
export type Pager = <T extends object>(
  items: readonly T[],
  cursor: string | undefined,
  state: State,
) => Awaitable<Page<T>>;

/**
 * Makes the pager of one server.
 *
 * @param pageSize The most entries on one page
 */
export function createPager(pageSize: number, secretKey: SecretKey): Pager {
  const cursors = createCursors(secretKey);
  const cut = async <T extends object>(items: readonly T[], cursor: string | undefined, state: State) => {
    const list = await state();
    const from = cursor === undefined ? 0 : await cursors.read(list, cursor);
    const to = from + pageSize;
    return {
      items: items.slice(from, to),
      ...(to < items.length && { nextCursor: await cursors.sign(list, to) }),
    };
  };
  return (items, cursor, state) =>
    cursor === undefined && items.length <= pageSize ? { items } : cut(items, cursor, state);
}
