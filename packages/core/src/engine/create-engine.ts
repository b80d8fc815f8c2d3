import { createReplays } from "../call/create-replays.js";
import { RunningCalls } from "../call/running-calls.js";
import type { Caller, Era } from "../context.js";
import { Pipelines } from "../dispatch/pipelines.js";
import { ShutdownError } from "../dispatch/shutdown-error.js";
import type { WrappedCall } from "../dispatch/steps/use.js";
import { SuspendedCalls } from "../dispatch/suspended-calls.js";
import { createLists } from "../lists/create-lists.js";
import { createPager } from "../lists/create-pager.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import type { CacheHint, ServerInfo } from "../manifest/manifest.js";
import { type Capabilities, type Clients, capabilities } from "../methods/capabilities.js";
import { createMethods } from "../methods/create-methods.js";
import type { Methods } from "../methods/method.js";
import type { ServerState } from "../methods/server-state.js";
import { defineServer, registryOf, type ServerTarget } from "../registry/define-server.js";
import type { Report } from "../reporting/create-report.js";
import type { ChangeBus } from "../stores/change-bus.js";
import { Subscriptions } from "../subscriptions/subscriptions.js";
import { Watches } from "../subscriptions/watches.js";
import { createTasks } from "../tasks/create-tasks.js";
import type { RequestMessage } from "../wire/message.js";
import { Listeners, type Listening } from "./listeners.js";

/** What both transports serve: one server, and everything that its clients can ask of it. */
export interface Engine {
  readonly info: Omit<ServerInfo, "instructions">;
  readonly instructions: string | undefined;
  /** How long clients may keep lists. */
  readonly cache: CacheHint | undefined;
  capabilities(clients: Clients): Capabilities;
  /** What the server answers. */
  readonly methods: Readonly<Record<Era, Methods>>;
  readonly changes: ChangeBus;
  readonly report: Report;
  /** What the client of one legacy connection subscribes to. */
  createSubscriptions(): Subscriptions;
  /**
   * Takes up a modern client's `subscriptions/listen`.
   *
   * @throws FaultError when it makes no sense, or there are too many
   */
  listen(message: RequestMessage, caller?: Caller): Promise<Listening>;
  /** The schema of a tool's arguments, if there is a tool of that name. */
  inputSchemaOf(tool: string): JsonSchema | undefined;
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
  const { catalog, settings } = registryOf(defineServer(target));
  const { report, secretKey, cache } = settings;
  const { instructions, ...info } = settings.server;
  const suspended = new SuspendedCalls<WrappedCall>();
  const calls = new RunningCalls();
  const page = createPager(settings.pageSize, secretKey);
  const watches = new Watches(catalog, report);
  const state: ServerState = {
    ...{ catalog, settings, calls, page, watches },
    pipelines: new Pipelines(catalog.declared, suspended),
    replays: createReplays(info.name, secretKey, report),
    lists: createLists(catalog, page, report),
    tasks: createTasks(catalog.declared, settings.tasks, report),
  };
  const listeners = new Listeners(state);
  let stopped: Promise<unknown> | undefined;
  return {
    ...{ info, instructions, cache, report, changes: catalog.changes },
    capabilities: (clients) => capabilities(state, clients),
    methods: { modern: createMethods(state, "modern"), legacy: createMethods(state, "legacy") },
    createSubscriptions: () => new Subscriptions(catalog, watches),
    listen: (message, caller) => listeners.listen(message, caller),
    inputSchemaOf: (tool) => catalog.enabled().tools.get(tool)?.definition.inputSchema,
    abort: () => {
      calls.abort(new ShutdownError());
      stopped ??= Promise.all([state.tasks?.close(), suspended.close()]);
    },
    whenSettled: async () => {
      await Promise.all([calls.whenSettled(), stopped]);
      // Nobody will answer what was asked since.
      if (stopped) await suspended.close();
    },
    giveUp: () => calls.giveUp(new ShutdownError()),
  };
}
