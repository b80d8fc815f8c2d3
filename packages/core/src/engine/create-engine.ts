import type {
  JsonSchemaValidatorResult,
  McpRequestContext,
  McpServerFactory,
  ServerCapabilities,
  ServerEventBus,
  ServerOptions,
} from "@modelcontextprotocol/server";
import { canComplete } from "../completion/can-complete.js";
import { defineServer, type ServerTarget } from "../define-server.js";
import type { JsonSchema } from "../json-schema.js";
import { createLists } from "../lists/create-lists.js";
import { createPager } from "../lists/create-pager.js";
import type { CacheHint } from "../manifest.js";
import type { Registry } from "../registry/registry.js";
import { createTasks } from "../tasks/create-tasks.js";
import { createAnswer } from "./create-answer.js";
import { createReplays } from "./create-replays.js";
import { EraServer } from "./era-server.js";
import { extensionCapabilities } from "./extension-capabilities.js";
import { serveCompletion } from "./serve-completion.js";
import { serveLists } from "./serve-lists.js";
import { servePrompts } from "./serve-prompts.js";
import { serveResources } from "./serve-resources.js";
import { serveSkills } from "./serve-skills.js";
import { serveTasks } from "./serve-tasks.js";
import { serveTools } from "./serve-tools.js";
import { tellOfChanges } from "./tell-of-changes.js";
import { toCacheHint } from "./to-cache-hint.js";

/** What both transports serve: one registry, in the SDK's terms. */
export interface Engine {
  /** Makes the server of a connection that lasts (stdio, legacy sessions). It tells its client of changes itself. */
  readonly forConnection: McpServerFactory;
  /** Makes the server of a single request. Modern clients hear of changes from {@link Engine.changes}. */
  readonly forRequest: McpServerFactory;
  readonly changes: ServerEventBus;
  /** The schema of a tool's arguments, if there is a tool of that name. */
  inputSchemaOf(tool: string): JsonSchema | undefined;
  /** Has the resources at these URIs watched until the function that this returns is called. */
  readonly watch: (uris: readonly string[]) => () => void;
  /** Stops what goes on without a client: tasks. */
  close(): Promise<void>;
}

/**
 * Makes the engine of a server.
 *
 * @throws RegistrationError that lists everything wrong with the classes and manifests
 */
export function createEngine(target: ServerTarget): Engine {
  const registry = defineServer(target).registry();
  const { instructions: _told, ...info } = registry.server;
  const replays = createReplays(registry);
  const page = createPager(registry);
  const lists = createLists(registry, page);
  const tasks = createTasks(registry);
  const create = (context: McpRequestContext, hearsChanges: boolean): EraServer => {
    const server = new EraServer(info, serverOptions(registry, context.era, hearsChanges), context);
    const { tools, resources, templates, prompts } = registry.declared;
    const answer = createAnswer(server, registry, context.era === "modern" ? replays : undefined);
    serveLists(server, registry, lists);
    if (canComplete(registry)) serveCompletion(server, registry);
    const modernTasks = context.era === "modern" ? tasks : undefined;
    if (tools.size > 0) serveTools(server, registry, answer, modernTasks);
    if (modernTasks) serveTasks(server, registry, modernTasks);
    if (resources.size + templates.length > 0) serveResources(server, registry, answer, context.era);
    if (prompts.size > 0) servePrompts(server, registry, answer);
    if (registry.skills && context.era === "modern") serveSkills(server, registry, registry.skills, page);
    return server;
  };
  return {
    forConnection: (context) => {
      const server = create(context, true);
      tellOfChanges(server, registry, context.era);
      return server;
    },
    // A legacy client that has no session has no stream to hear of changes on.
    forRequest: (context) => create(context, context.era === "modern"),
    changes: registry.changes,
    inputSchemaOf: (tool) => registry.tools.get(tool)?.definition.inputSchema,
    watch: registry.watch,
    close: async () => tasks?.close(),
  };
}

type Era = McpRequestContext["era"];

function serverOptions(registry: Registry, era: Era, hearsChanges: boolean): ServerOptions {
  const { instructions } = registry.server;
  return {
    capabilities: capabilities(registry, era, hearsChanges),
    jsonSchemaValidator: NO_VALIDATOR,
    ...(registry.cache && { cacheHints: cacheHints(registry.cache) }),
    ...(instructions !== undefined && { instructions }),
  };
}

function capabilities(registry: Registry, era: Era, hearsChanges: boolean): ServerCapabilities {
  const { tools, resources, templates, prompts } = registry.declared;
  const list = hearsChanges ? { listChanged: true } : {};
  return {
    logging: {},
    ...extensionCapabilities(registry, era),
    ...(tools.size > 0 && { tools: list }),
    ...(resources.size + templates.length > 0 && { resources: { ...list, ...(hearsChanges && { subscribe: true }) } }),
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
