import type { Server } from "@modelcontextprotocol/server";
import type { List, Lists } from "../lists/create-lists.js";
import type { Registry } from "../registry/registry.js";
import { offersResources } from "./offers-resources.js";
import { paramsSchema } from "./params-schema.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

/** Ours, because the SDK answers a cursor that is no text with an internal error. */
const PARAMS = paramsSchema<{ readonly cursor?: string }>({ cursor: { type: "string" } }, []);

/** Has the server answer the list methods of what it declares. */
export function serveLists(server: Server, registry: Registry, lists: Lists): void {
  const serve = (method: string, key: string, list: List): void => {
    server.setRequestHandler(method, { params: PARAMS }, ({ cursor }, { mcpReq }) =>
      withProtocolErrors(registry, async () => {
        const { items, ...page } = await list(cursor, mcpReq.signal);
        return { [key]: items, ...page };
      }),
    );
  };
  const { tools, prompts } = registry.declared;
  if (tools.size > 0) serve("tools/list", "tools", lists.tools);
  if (prompts.size > 0) serve("prompts/list", "prompts", lists.prompts);
  if (offersResources(registry)) {
    serve("resources/list", "resources", lists.resources);
    serve("resources/templates/list", "resourceTemplates", lists.templates);
  }
}
