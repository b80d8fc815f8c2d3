import type { List } from "../lists/create-lists.js";
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
  return {
    check: checkParams(name, { cursor: TEXT }),
    answer: async ({ cursor }: { readonly cursor?: string }, request) => {
      const { items, ...page } = await list(cursor, request);
      return { [key]: items, ...page };
    },
  };
}
