import type {
  AuthInfo,
  McpRequestContext,
  McpServerFactory,
  ServerEventBus,
  ServerOptions,
} from "@modelcontextprotocol/server";
import { canComplete } from "../completion/can-complete.js";
import { defineServer, type ServerTarget } from "../define-server.js";
import type { JsonSchema } from "../json-schema.js";
import { createLists } from "../lists/create-lists.js";
import { createPager } from "../lists/create-pager.js";
import { createTasks } from "../tasks/create-tasks.js";
import { createAnswer } from "./create-answer.js";
import { createReplays } from "./create-replays.js";
import { EraServer } from "./era-server.js";
import { listenToTasks, type TaskListening } from "./listen-to-tasks.js";
import { offersResources } from "./offers-resources.js";
import { serveCompletion } from "./serve-completion.js";
import { serveLists } from "./serve-lists.js";
import { servePrompts } from "./serve-prompts.js";
import { serveResources } from "./serve-resources.js";
import { serveSkills } from "./serve-skills.js";
import { serveTasks } from "./serve-tasks.js";
import { serveTools } from "./serve-tools.js";
import { serverOptions } from "./server-options.js";
import { tellOfChanges } from "./tell-of-changes.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

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
  /**
   * Takes note of the tasks that a `subscriptions/listen` names, of which the SDK knows nothing.
   *
   * @throws ProtocolError when the client does not know tasks
   */
  listenToTasks(message: unknown, authInfo?: AuthInfo): Promise<TaskListening | undefined>;
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
  // Once, because over HTTP each request has a server of its own.
  const completes = canComplete(registry);
  const modern = serverOptions(registry, { era: "modern", hearChanges: true });
  const connected = serverOptions(registry, { era: "legacy", hearChanges: true });
  // A legacy client that has no session has no stream to hear of changes on.
  const unconnected = serverOptions(registry, { era: "legacy", hearChanges: false });

  const create = (context: McpRequestContext, options: ServerOptions): EraServer => {
    const server = new EraServer(info, options, context);
    const isModern = context.era === "modern";
    const { tools, prompts } = registry.declared;
    const answer = createAnswer(server, registry, isModern ? replays : undefined);
    serveLists(server, registry, lists);
    if (completes) serveCompletion(server, registry);
    if (tools.size > 0) serveTools(server, registry, answer, isModern ? tasks : undefined);
    if (offersResources(registry)) serveResources(server, registry, answer, context.era);
    if (prompts.size > 0) servePrompts(server, registry, answer);
    if (isModern && tasks) serveTasks(server, registry, tasks);
    if (isModern && registry.skills) serveSkills(server, registry, registry.skills, page);
    return server;
  };
  return {
    forConnection: (context) => {
      const server = create(context, context.era === "modern" ? modern : connected);
      tellOfChanges(server, registry, context.era);
      return server;
    },
    forRequest: (context) => create(context, context.era === "modern" ? modern : unconnected),
    changes: registry.changes,
    inputSchemaOf: (tool) => registry.tools.get(tool)?.definition.inputSchema,
    watch: registry.watch,
    listenToTasks: (message, authInfo) => withProtocolErrors(registry, () => listenToTasks(tasks, message, authInfo)),
    close: async () => tasks?.close(),
  };
}
