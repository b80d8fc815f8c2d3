import type { List } from "../lists/create-lists.js";
import { onceForEach } from "../lists/once-for-each.js";
import { offersOf } from "../primitives/offers-of.js";
import { after } from "../promises/awaitable.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method, Methods } from "./method.js";
import type { ServerState } from "./server-state.js";

/** The list methods for the primitives that the server offers. */
export function listMethods({ catalog, lists }: ServerState): Methods {
  const offers = offersOf(catalog);
  return {
    ...(offers.tools && { "tools/list": listMethod("tools/list", "tools", lists.tools) }),
    ...(offers.prompts && { "prompts/list": listMethod("prompts/list", "prompts", lists.prompts) }),
    ...(offers.resources && {
      "resources/list": listMethod("resources/list", "resources", lists.resources),
      "resources/templates/list": listMethod("resources/templates/list", "resourceTemplates", lists.templates),
    }),
  };
}

function listMethod(name: string, key: string, list: List): Method {
  // The same object for the same list, so that it is written as text only once.
  const whole = onceForEach((items: readonly object[]) => ({ [key]: items }));
  return {
    check: checkParams(name, { cursor: TEXT }),
    answer: ({ cursor }: { readonly cursor?: string }, request) =>
      after(list(cursor, request), ({ items, nextCursor }) =>
        cursor === undefined && nextCursor === undefined
          ? whole(items)
          : { [key]: items, ...(nextCursor !== undefined && { nextCursor }) },
      ),
  };
}
