import type { JsonSchemaValidatorResult, ServerCapabilities, ServerOptions } from "@modelcontextprotocol/server";
import { canComplete } from "../completion/can-complete.js";
import type { Era } from "../context.js";
import type { CacheHint } from "../manifest.js";
import type { Registry } from "../registry/registry.js";
import { extensionCapabilities } from "./extension-capabilities.js";
import { offersResources } from "./offers-resources.js";
import { toCacheHint } from "./to-cache-hint.js";

/** What kind of client a server is for. */
export interface Clients {
  readonly era: Era;
  /** Whether there is a way to tell them of changes. */
  readonly hearChanges: boolean;
}

/** What the servers of an engine are made with. */
export function serverOptions(registry: Registry, clients: Clients): ServerOptions {
  const { instructions } = registry.server;
  return {
    capabilities: capabilities(registry, clients),
    jsonSchemaValidator: NO_VALIDATOR,
    ...(registry.cache && { cacheHints: cacheHints(registry.cache) }),
    ...(instructions !== undefined && { instructions }),
  };
}

function capabilities(registry: Registry, { era, hearChanges }: Clients): ServerCapabilities {
  const { tools, prompts } = registry.declared;
  const list = hearChanges ? { listChanged: true } : {};
  return {
    logging: {},
    ...extensionCapabilities(registry, era),
    ...(tools.size > 0 && { tools: list }),
    ...(offersResources(registry) && { resources: { ...list, ...(hearChanges && { subscribe: true }) } }),
    ...(prompts.size > 0 && { prompts: list }),
    ...(canComplete(registry) && { completions: {} }),
  };
}

function cacheHints(cache: CacheHint): NonNullable<ServerOptions["cacheHints"]> {
  return Object.fromEntries(CACHED.map((method) => [method, toCacheHint(cache)]));
}

const CACHED = ["server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list"];

/** Our own validation has happened by then, and compiling the SDK's for each server would cost more than the call. */
const NO_VALIDATOR: NonNullable<ServerOptions["jsonSchemaValidator"]> = { getValidator: () => acceptAny };

function acceptAny<T>(data: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: data as T, errorMessage: undefined };
}
