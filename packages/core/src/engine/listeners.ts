import { ownerOf } from "../call/owner-of.js";
import type { Caller } from "../context.js";
import { FaultError, invalidParams } from "../dispatch/fault-error.js";
import { type Capabilities, capabilities } from "../methods/capabilities.js";
import type { ServerState } from "../methods/server-state.js";
import type { Change } from "../stores/change-bus.js";
import { toNotification } from "../subscriptions/tell-of-changes.js";
import { knowsTasks, tasksRequired } from "../tasks/client-tasks.js";
import type { FollowedTasks } from "../tasks/tasks.js";
import { isObject } from "../values/is-object.js";
import type { NotificationMessage, RequestMessage, ResultMessage } from "../wire/message.js";
import { CLIENT_CAPABILITIES_META_KEY, SERVER_INFO_META_KEY, SUBSCRIPTION_ID_META_KEY } from "../wire/meta-keys.js";

/** The most subscriptions that are open at a time. */
const MAX_OPEN = 1_024;

/** A client's subscription, from its request until either side ends it. */
export interface Listening {
  /** The first message to the client: the changes that it will be notified of. */
  readonly acknowledgement: NotificationMessage;
  /** Whether the client will be notified of nothing. */
  readonly isEmpty: boolean;
  /** Begins to notify the client of changes. Returns a function that ends it. */
  begin(send: (notification: NotificationMessage) => void): () => void;
  /** The answer to the client when the server ends the subscription. */
  readonly result: ResultMessage;
}

/** The changes that a client is notified of. */
interface Filter {
  readonly toolsListChanged?: true;
  readonly promptsListChanged?: true;
  readonly resourcesListChanged?: true;
  readonly resourceSubscriptions?: readonly string[];
}

/** The `subscriptions/listen` subscriptions of a server. */
export class Listeners {
  readonly #server: ServerState;
  readonly #capabilities: Capabilities;
  #open = 0;

  constructor(server: ServerState) {
    this.#server = server;
    this.#capabilities = capabilities(server, { era: "modern", hearChanges: true });
  }

  /** Opens a subscription. @throws FaultError when the request is invalid, or too many subscriptions are open */
  async listen({ id, params }: RequestMessage, caller: Caller | undefined): Promise<Listening> {
    if (this.#open >= MAX_OPEN) throw new FaultError({ kind: "internal", message: "Subscription limit reached" });
    const asked = params?.notifications;
    if (!isFilter(asked)) throw invalidParams(INVALID_FILTER);
    const tasks = await this.#follow(asked.taskIds, params?._meta, caller);
    const filter = grant(asked, this.#capabilities);
    const notifications = { ...filter, ...(tasks && { taskIds: tasks.taskIds }) };
    const _meta = { [SUBSCRIPTION_ID_META_KEY]: id };
    const notify = (method: string, content: object): NotificationMessage => ({
      jsonrpc: "2.0",
      method,
      params: { ...content, _meta },
    });
    const { instructions: _told, icons: _shown, ...serverInfo } = this.#server.settings.server;
    return {
      acknowledgement: notify("notifications/subscriptions/acknowledged", { notifications }),
      isEmpty: Object.keys(filter).length === 0 && (tasks?.taskIds.length ?? 0) === 0,
      begin: (send) =>
        this.#begin(filter, tasks, {
          changed: (change) => {
            const { method, params = {} } = toNotification(change);
            send(notify(method, params));
          },
          task: (task) => send(notify("notifications/tasks", task)),
        }),
      result: {
        ...{ jsonrpc: "2.0", id },
        result: { resultType: "complete", _meta: { ..._meta, [SERVER_INFO_META_KEY]: serverInfo } },
      },
    };
  }

  async #follow(taskIds: unknown, meta: unknown, caller: Caller | undefined): Promise<FollowedTasks | undefined> {
    const { tasks } = this.#server;
    if (!tasks || !Array.isArray(taskIds) || taskIds.length === 0) return undefined;
    const declared = isObject(meta) ? meta[CLIENT_CAPABILITIES_META_KEY] : undefined;
    if (!isObject(declared) || !knowsTasks(declared)) throw tasksRequired();
    return tasks.follow(taskIds.filter(isText), await ownerOf(caller));
  }

  #begin(
    filter: Filter,
    tasks: FollowedTasks | undefined,
    tell: { changed(change: Change): void; task(task: object): void },
  ): () => void {
    const { catalog, watches } = this.#server;
    this.#open++;
    const stops = [
      catalog.changes.subscribe((change) => {
        if (accepts(filter, change)) tell.changed(change);
      }),
      watches().watch(filter.resourceSubscriptions ?? []),
      tasks?.begin(tell.task),
      () => this.#open--,
    ];
    return () => {
      for (const stop of stops.splice(0)) stop?.();
    };
  }
}

const INVALID_FILTER = "Invalid params: 'notifications' is required and must be a valid SubscriptionFilter";

/** The filter as the client sent it. Fields that are absent or `false` ask for nothing. */
interface AskedFilter {
  readonly toolsListChanged?: boolean;
  readonly promptsListChanged?: boolean;
  readonly resourcesListChanged?: boolean;
  readonly resourceSubscriptions?: readonly string[];
  readonly taskIds?: unknown;
}

function isFilter(value: unknown): value is AskedFilter {
  if (!isObject(value)) return false;
  const { toolsListChanged, promptsListChanged, resourcesListChanged, resourceSubscriptions: uris } = value;
  const flags = [toolsListChanged, promptsListChanged, resourcesListChanged];
  if (!flags.every((flag) => flag === undefined || typeof flag === "boolean")) return false;
  return uris === undefined || (Array.isArray(uris) && uris.every(isText));
}

/** The part of the filter that the server supports. */
function grant(asked: AskedFilter, { tools, prompts, resources }: Capabilities): Filter {
  const { resourceSubscriptions: uris = [] } = asked;
  return {
    ...(asked.toolsListChanged && tools?.listChanged && { toolsListChanged: true }),
    ...(asked.promptsListChanged && prompts?.listChanged && { promptsListChanged: true }),
    ...(asked.resourcesListChanged && resources?.listChanged && { resourcesListChanged: true }),
    ...(uris.length > 0 && resources?.subscribe && { resourceSubscriptions: [...uris] }),
  };
}

function accepts(filter: Filter, change: Change): boolean {
  switch (change.kind) {
    case "tools_list_changed":
      return filter.toolsListChanged === true;
    case "prompts_list_changed":
      return filter.promptsListChanged === true;
    case "resources_list_changed":
      return filter.resourcesListChanged === true;
    case "resource_updated":
      return filter.resourceSubscriptions?.includes(change.uri) === true;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
