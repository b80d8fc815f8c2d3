import type {
  ListResourcesResult,
  ListResourceTemplatesResult,
  ReadResourceResult,
  Server,
} from "@modelcontextprotocol/server";
import { readResource } from "../dispatch/read-resource.js";
import type { Registry } from "../registry/registry.js";
import type { Answer } from "./create-answer.js";
import { definitions } from "./definitions.js";

/** Has the server answer `resources/list`, `resources/templates/list` and `resources/read`. */
export function serveResources(server: Server, registry: Registry, answer: Answer): void {
  const resources = { resources: definitions(registry.resources.values()) } as ListResourcesResult;
  const templates = { resourceTemplates: definitions(registry.templates) } as ListResourceTemplatesResult;
  server.setRequestHandler("resources/list", () => resources);
  server.setRequestHandler("resources/templates/list", () => templates);
  server.setRequestHandler("resources/read", async ({ params }, request) => {
    const result = await answer(request, params, async (invocation) => ({
      contents: await readResource(registry, params.uri, invocation),
    }));
    return result as ReadResourceResult;
  });
}
