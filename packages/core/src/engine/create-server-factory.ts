import {
  type CallToolResult,
  type GetPromptResult,
  type JsonSchemaValidatorResult,
  type ListPromptsResult,
  type ListResourcesResult,
  type ListResourceTemplatesResult,
  type ListToolsResult,
  type McpServerFactory,
  type ReadResourceResult,
  Server,
  type ServerCapabilities,
  type ServerContext,
  type ServerOptions,
} from "@modelcontextprotocol/server";
import type { Context } from "../context.js";
import { defineServer, type ServerTarget } from "../define-server.js";
import { callTool } from "../dispatch/call-tool.js";
import { getPrompt } from "../dispatch/get-prompt.js";
import { readResource } from "../dispatch/read-resource.js";
import type { Registry } from "../registry/registry.js";
import { createContext } from "./create-context.js";
import { toProtocolError } from "./to-protocol-error.js";

/**
 * Makes the seam that both transports share: a function that builds one SDK server for a connection (stdio, legacy
 * sessions) or a request (modern HTTP). All servers of one factory answer from the same registry.
 *
 * @throws RegistrationError that lists everything wrong with the classes and manifests
 */
export function createServerFactory(target: ServerTarget): McpServerFactory {
  const registry = defineServer(target).registry();
  const lists = listResults(registry);
  const { instructions, ...info } = registry.server;
  const options: ServerOptions = {
    capabilities: capabilities(registry),
    jsonSchemaValidator: NO_VALIDATOR,
    ...(instructions !== undefined && { instructions }),
  };
  return ({ era }) => {
    const server = new Server(info, options);
    /** What progress and log messages the method sends goes out before its result does. */
    const answer = async <T>(request: ServerContext, call: (context: Context) => Promise<T>): Promise<T> => {
      const { context, flush } = createContext(server, request, era);
      try {
        return await call(context);
      } catch (error) {
        throw toProtocolError(error, registry);
      } finally {
        await flush();
      }
    };
    if (registry.tools.size > 0) {
      server.setRequestHandler("tools/list", () => lists.tools);
      server.setRequestHandler("tools/call", async ({ params }, request) => {
        const { name, arguments: args = {} } = params;
        const result = await answer(request, (context) => callTool(registry, name, args, context));
        const outputSchema = registry.tools.get(name)?.definition.outputSchema;
        return server.projectCallToolResult(result as CallToolResult, outputSchema);
      });
    }
    if (registry.resources.size + registry.templates.length > 0) {
      server.setRequestHandler("resources/list", () => lists.resources);
      server.setRequestHandler("resources/templates/list", () => lists.templates);
      server.setRequestHandler("resources/read", async ({ params }, request) => {
        const contents = await answer(request, (context) => readResource(registry, params.uri, context));
        return { contents } as ReadResourceResult;
      });
    }
    if (registry.prompts.size > 0) {
      server.setRequestHandler("prompts/list", () => lists.prompts);
      server.setRequestHandler("prompts/get", async ({ params }, request) => {
        const { name, arguments: args = {} } = params;
        const prompt = await answer(request, (context) => getPrompt(registry, name, args, context));
        return prompt as GetPromptResult;
      });
    }
    return server;
  };
}

/** The lists never change, so they are made once. The casts only drop `readonly`, which the SDK's types do not have. */
function listResults({ tools, resources, templates, prompts }: Registry) {
  return {
    tools: { tools: definitions(tools.values()) } as ListToolsResult,
    resources: { resources: definitions(resources.values()) } as ListResourcesResult,
    templates: { resourceTemplates: definitions(templates) } as ListResourceTemplatesResult,
    prompts: { prompts: definitions(prompts.values()) } as ListPromptsResult,
  };
}

function definitions(primitives: Iterable<{ readonly definition: object }>): unknown[] {
  return Array.from(primitives, (primitive) => primitive.definition);
}

function capabilities({ tools, resources, templates, prompts }: Registry): ServerCapabilities {
  return {
    logging: {},
    ...(tools.size > 0 && { tools: {} }),
    ...(resources.size + templates.length > 0 && { resources: {} }),
    ...(prompts.size > 0 && { prompts: {} }),
  };
}

/** Our own validation has happened by then, and compiling the SDK's for each server would cost more than the call. */
const NO_VALIDATOR: NonNullable<ServerOptions["jsonSchemaValidator"]> = { getValidator: () => acceptAny };

function acceptAny<T>(data: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: data as T, errorMessage: undefined };
}
