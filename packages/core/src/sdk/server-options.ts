import type { JsonSchemaValidatorResult, ServerCapabilities, ServerOptions } from "@modelcontextprotocol/server";
import type { Engine } from "../engine/create-engine.js";
import type { Clients } from "../methods/capabilities.js";
import { toCacheHint } from "../methods/to-cache-hint.js";

/** What the SDK's servers of an engine are made with. */
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

/** Our own validation has happened by then, and compiling the SDK's for each server would cost more than the call. */
const NO_VALIDATOR: NonNullable<ServerOptions["jsonSchemaValidator"]> = { getValidator: () => acceptAny };

function acceptAny<T>(data: unknown): JsonSchemaValidatorResult<T> {
  return { valid: true, data: data as T, errorMessage: undefined };
}
