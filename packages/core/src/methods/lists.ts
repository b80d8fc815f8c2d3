import type { List } from "../lists/create-lists.js";
import { ofLatest } from "../lists/of-latest.js";
import { after } from "../promises/awaitable.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Method, Methods } from "./method.js";
import { offersResources } from "./offers-resources.js";
import type { ServerState } from "./server-state.js";

/** The list methods for the primitives that the server declares. */
export function listMethods({ catalog: { declared }, lists }: ServerState): Methods {
  return {
    ...(declared.tools.size > 0 && { "tools/list": listMethod("tools/list", "tools", lists.tools) }),
    ...(declared.prompts.size > 0 && { "prompts/list": listMethod("prompts/list", "prompts", lists.prompts) }),
    ...(offersResources(declared) && {
      "resources/list": listMethod("resources/list", "resources", lists.resources),
      "resources/templates/list": listMethod("resources/templates/list", "resourceTemplates", lists.templates),
    }),
  };
}

function listMethod(name: string, key: string, list: List): Method {
  // The same object for the same list, so that it is written as text only once.
  const whole = ofLatest((items: readonly object[]) => ({ [key]: items }));
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
