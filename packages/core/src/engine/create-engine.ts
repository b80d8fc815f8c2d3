import type { AuthInfo, McpRequestContext, ServerEventBus, ServerOptions } from "@modelcontextprotocol/server";
import { canComplete } from "../completion/can-complete.js";
import { defineServer, type ServerTarget } from "../define-server.js";
import { RunningCalls } from "../dispatch/running-calls.js";
import { ShutdownError } from "../dispatch/shutdown-error.js";
import type { JsonSchema } from "../json-schema.js";
import { createLists } from "../lists/create-lists.js";
import { createPager } from "../lists/create-pager.js";
import { createTasks } from "../tasks/create-tasks.js";
import { createAnswer } from "./create-answer.js";
import { createReplays } from "./create-replays.js";
import { EraServer } from "./era-server.js";
import { listenToTasks, type TaskListening } from "./listen-to-tasks.js";
import { offersResources } from "./offers-resources.js";
import type { ClientIds } from "./request-ledger.js";
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
  /**
   * Makes the server of a connection that lasts (stdio, legacy sessions). It tells its client of changes itself.
   *
   * @param ids What the client calls its requests
   */
  forConnection(context: McpRequestContext, ids: ClientIds): EraServer;
  /** Makes the server of a single request. Modern clients hear of changes from {@link Engine.changes}. */
  forRequest(context: McpRequestContext, ids?: ClientIds): EraServer;
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
  /** Aborts the signals of all calls and tasks, of those that begin later too. */
  abort(): void;
  /** Resolves when no method of a call runs any more. */
  whenSettled(): Promise<void>;
  /** Has every call fail whose method has not settled, so that it is answered. */
  giveUp(): void;
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
  const calls = new RunningCalls();
  let stopped: Promise<void> | undefined;
  // Once, because over HTTP each request has a server of its own.
  const completes = canComplete(registry);
  const modern = serverOptions(registry, { era: "modern", hearChanges: true });
  const connected = serverOptions(registry, { era: "legacy", hearChanges: true });
  // A legacy client that has no session has no stream to hear of changes on.
  const unconnected = serverOptions(registry, { era: "legacy", hearChanges: false });

  const create = (context: McpRequestContext, options: ServerOptions, ids?: ClientIds): EraServer => {
    const server = new EraServer(info, options, context, ids);
    const isModern = context.era === "modern";
    const { tools, prompts } = registry.declared;
    const answer = createAnswer(server, registry, calls, isModern ? replays : undefined);
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
    forConnection: (context, ids) => {
      const server = create(context, context.era === "modern" ? modern : connected, ids);
      tellOfChanges(server, registry, context.era);
      return server;
    },
    forRequest: (context, ids) => create(context, context.era === "modern" ? modern : unconnected, ids),
    changes: registry.changes,
    inputSchemaOf: (tool) => registry.tools.get(tool)?.definition.inputSchema,
    watch: registry.watch,
    listenToTasks: (message, authInfo) => withProtocolErrors(registry, () => listenToTasks(tasks, message, authInfo)),
    abort: () => {
      calls.abort(new ShutdownError());
      stopped ??= tasks?.close();
    },
    whenSettled: async () => {
      await Promise.all([calls.whenSettled(), stopped]);
    },
    giveUp: () => calls.giveUp(new ShutdownError()),
  };
}
