import type { JsonSchemaValidatorResult, ServerCapabilities, ServerOptions } from "@modelcontextprotocol/server";
import type { Engine } from "../engine/create-engine.js";
import type { Clients } from "../methods/capabilities.js";
import { toCacheHint } from "../methods/to-cache-hint.js";

/** The options of an engine's SDK servers. */
export function serverOptions(engine: Engine, clients: Clients): ServerOptions {
  const { instructions, cache } = engine;
  return {
    capabilities: engine.capabilities(clients) as ServerCapabilities,
    jsonSchemaValidator: NO_VALIDATOR,
    ...(cache && { cacheHints: Object.fromEntries(CACHED.map((method) => [method, toCacheHint(cache)])) }),
    ...(instructions !== undefined && { instructions }),
  };
}

const CACHED = ["server/discover", "tools/list", "prompts/list", "resources/list", "resources/templates/list"];

/** Skips the SDK's validation: ours runs before it, and compiling the SDK's for each server costs more than a call. */
const NO_VALIDATOR: NonNullable<ServerOptions["jsonSchemaValidator"]> = { getValidator: () => acceptAny };

function acceptAny<T>(data: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: data as T, errorMessage: undefined };
}
