import { createPageCursors, type PageCursors } from "../call/create-page-cursors.js";
import { createReplays, type Replays } from "../call/create-replays.js";
import { RunningCalls } from "../call/running-calls.js";
import type { Era } from "../context.js";
import { Pipelines } from "../dispatch/pipelines.js";
import { ShutdownError } from "../dispatch/shutdown-error.js";
import type { WrappedCall } from "../dispatch/steps/use.js";
import { SuspendedCalls } from "../dispatch/suspended-calls.js";
import { Lives } from "../lifecycle/lives.js";
import { Budget } from "../limits/budget.js";
import { type EngineLimits, resolveEngineLimits } from "../limits/engine-limits.js";
import type { LimitError } from "../limits/limit-error.js";
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
import { warnOfLimit } from "../reporting/warn-of-limit.js";
import type { ChangeBus } from "../stores/change-bus.js";
import { type Subscriber, Subscriptions } from "../subscriptions/subscriptions.js";
import { Watches } from "../subscriptions/watches.js";
import { createTasks } from "../tasks/create-tasks.js";
import { refuseTasks } from "../tasks/refuse-tasks.js";
import type { RequestMessage } from "../wire/message.js";
import { type Listener, Listeners, type Listening } from "./listeners.js";

/** The engine of one server, which every transport serves: all that its clients can request. */
export interface Engine {
  readonly info: Omit<ServerInfo, "instructions">;
  readonly instructions: string | undefined;
  /** How long clients may cache lists. */
  readonly cache: CacheHint | undefined;
  capabilities(clients: Clients): Capabilities;
  /** The methods that the server answers. */
  readonly methods: Readonly<Record<Era, Methods>>;
  readonly changes: ChangeBus;
  readonly report: Report;
  /**
   * Makes the subscriptions of one legacy connection.
   *
   * @param subscriber Gives them up when others need the room. @default they stay
   */
  createSubscriptions(subscriber?: Subscriber): Subscriptions;
  /**
   * Opens a subscription for a modern client's `subscriptions/listen`.
   *
   * @throws FaultError when the request is invalid, or too many subscriptions are open
   */
  listen(message: RequestMessage, listener?: Listener): Promise<Listening>;
  /** The schema of a tool's arguments; `undefined` if no tool has that name. */
  inputSchemaOf(tool: string): JsonSchema | undefined;
  /** The lives of the instances; `undefined` if none of them has hooks or needs variables. */
  readonly lives: Lives | undefined;
  /** Aborts the signals of all calls and tasks, including those that begin later. */
  abort(): void;
  /** Resolves when no call's method is running. */
  whenSettled(): Promise<void>;
  /** Fails every call whose method has not settled, so that it is answered. */
  giveUp(): void;
}

/**
 * Makes the engine of a server.
 *
 * @throws RegistrationError that lists everything wrong with the classes and manifests
 * @throws TypeError when a limit is invalid
 */
export function createEngine(target: ServerTarget, options: EngineLimits = {}): Engine {
  const limits = resolveEngineLimits(options);
  const { catalog, settings, lives } = registryOf(defineServer(target));
  const { report, secretKey, cache } = settings;
  const { instructions, ...info } = settings.server;
  const onRefused = (error: LimitError): void => warnOfLimit(error, report);
  const suspended = new SuspendedCalls<WrappedCall>();
  const calls = new RunningCalls();
  const page = createPager(settings.pageSize, secretKey);
  const tasks = createTasks(catalog.declared, settings.tasks, { limits, onRefused, report });
  if (tasks === undefined) catalog.checks.add(refuseTasks);
  let watches: Watches | undefined;
  let replays: Replays | undefined;
  let cursors: PageCursors | undefined;
  const state: ServerState = {
    ...{ catalog, settings, calls, suspended, page, tasks, limits },
    onRefused,
    watchBudget: new Budget({ limit: "maxWatches", max: limits.maxWatches, unit: "subscribed URIs", onRefused }),
    pipelines: new Pipelines(suspended),
    watches: () => {
      watches ??= new Watches(catalog, report);
      return watches;
    },
    replays: () => {
      replays ??= createReplays(info.name, secretKey, report);
      return replays;
    },
    cursors: () => {
      cursors ??= createPageCursors(info.name, secretKey, report);
      return cursors;
    },
    lists: createLists({ ...{ catalog, page, report }, hidesUnsupported: settings.unsupported === "hidden" }),
  };
  let listeners: Listeners | undefined;
  let stopped: Promise<unknown> | undefined;
  return {
    ...{ info, instructions, cache, report, changes: catalog.changes },
    capabilities: (clients) => capabilities(state, clients),
    methods: { modern: createMethods(state, "modern"), legacy: createMethods(state, "legacy") },
    createSubscriptions: (subscriber) => new Subscriptions(state, subscriber),
    listen: (message, listener = {}) => {
      listeners ??= new Listeners(state);
      return listeners.listen(message, listener);
    },
    inputSchemaOf: (tool) => catalog.enabled().tools.get(tool)?.definition.inputSchema,
    lives: lives.length === 0 ? undefined : new Lives(lives, report),
    abort: () => {
      calls.abort(new ShutdownError());
      stopped ??= Promise.all([state.tasks?.close(), suspended.close()]);
    },
    whenSettled: async () => {
      await Promise.all([calls.whenSettled(), stopped]);
      // Questions that were asked since then will not be answered.
      if (stopped) await suspended.close();
    },
    giveUp: () => calls.giveUp(new ShutdownError()),
  };
}
