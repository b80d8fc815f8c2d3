import { isInputRequiredResult, type ReadResourceResult, type Server } from "@modelcontextprotocol/server";
import type { Era } from "../context.js";
import { readResource } from "../dispatch/read-resource.js";
import type { Registry } from "../registry/registry.js";
import type { Answer } from "./create-answer.js";
import { toCacheHint } from "./to-cache-hint.js";

/** Has the server answer `resources/read`. */
export function serveResources(server: Server, registry: Registry, answer: Answer, era: Era): void {
  server.setRequestHandler("resources/read", async ({ params }, request) => {
    const result = await answer(request, params, (invocation) => readResource(registry, params.uri, invocation));
    if (isInputRequiredResult(result)) return result;
    const { contents, cache } = result;
    // Only in the modern era may the fields be there.
    return { contents, ...(era === "modern" && toCacheHint(cache)) } as ReadResourceResult;
  });
}
