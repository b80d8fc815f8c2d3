import {
  type JsonSchemaValidatorResult,
  type McpServerFactory,
  Server,
  type ServerCapabilities,
  type ServerOptions,
} from "@modelcontextprotocol/server";
import { defineServer, type ServerTarget } from "../define-server.js";
import type { Registry } from "../registry/registry.js";
import { createAnswer } from "./create-answer.js";
import { servePrompts } from "./serve-prompts.js";
import { serveResources } from "./serve-resources.js";
import { serveTools } from "./serve-tools.js";

/**
 * Makes the seam that both transports share: a function that builds one SDK server for a connection (stdio, legacy
 * sessions) or a request (modern HTTP). All servers of one factory answer from the same registry.
 *
 * @throws RegistrationError that lists everything wrong with the classes and manifests
 */
export function createServerFactory(target: ServerTarget): McpServerFactory {
  const registry = defineServer(target).registry();
  const { instructions, ...info } = registry.server;
  const options: ServerOptions = {
    capabilities: capabilities(registry),
    jsonSchemaValidator: NO_VALIDATOR,
    ...(instructions !== undefined && { instructions }),
  };
  return ({ era }) => {
    const server = new Server(info, options);
    const answer = createAnswer(server, registry, era);
    if (registry.tools.size > 0) serveTools(server, registry, answer);
    if (registry.resources.size + registry.templates.length > 0) serveResources(server, registry, answer);
    if (registry.prompts.size > 0) servePrompts(server, registry, answer);
    return server;
  };
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
