import { ownerOf } from "../call/owner-of.js";
import type { Caller } from "../context.js";
import { invalidParams } from "../dispatch/fault-error.js";
import { Budget, type Share } from "../limits/budget.js";
import type { Load } from "../limits/load.js";
import { type Capabilities, capabilities } from "../methods/capabilities.js";
import type { ServerState } from "../methods/server-state.js";
import type { Change } from "../stores/change-bus.js";
import { toNotification } from "../subscriptions/tell-of-changes.js";
import { weighUris } from "../subscriptions/weigh-uris.js";
import { knowsTasks, tasksRequired } from "../tasks/client-tasks.js";
import type { FollowedTasks } from "../tasks/tasks.js";
import { isObject } from "../values/is-object.js";
import type { NotificationMessage, RequestMessage, ResultMessage } from "../wire/message.js";
import { CLIENT_CAPABILITIES_META_KEY, SERVER_INFO_META_KEY, SUBSCRIPTION_ID_META_KEY } from "../wire/meta-keys.js";

/** A client's subscription, from its request until either side ends it. */
export interface Listening {
  /** The first message to the client: the changes that it will be notified of. */
  readonly acknowledgement: NotificationMessage;
  /** Whether the client will be notified of nothing. */
  readonly isEmpty: boolean;
  /**
   * Begins to notify the client of changes.
   *
   * @param giveUp Ends the subscription early, because others need its room
   * @returns the function that ends it
   */
  begin(send: (notification: NotificationMessage) => void, giveUp: () => void): () => void;
  /** Ends it before it has begun. */
  cancel(): void;
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

/** Who asks for a subscription. */
export interface Listener {
  readonly caller?: Caller | undefined;
  readonly load?: Load | undefined;
}

/** The `subscriptions/listen` subscriptions of a server. */
export class Listeners {
  readonly #server: ServerState;
  readonly #capabilities: Capabilities;
  readonly #budget: Budget;
  #opened = 0;

  constructor(server: ServerState) {
    this.#server = server;
    this.#capabilities = capabilities(server, { era: "modern", hearChanges: true });
    const { onRefused, limits } = server;
    const max = limits.maxSubscriptions;
    this.#budget = new Budget({ limit: "maxSubscriptions", max, unit: "open subscriptions", onRefused });
  }

  /** Opens a subscription. @throws FaultError when the request is invalid, or too many subscriptions are open */
  async listen({ id, params }: RequestMessage, { caller, load }: Listener): Promise<Listening> {
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
    const isEmpty = Object.keys(filter).length === 0 && (tasks?.taskIds.length ?? 0) === 0;
    let end: (() => void) | undefined;
    const release = isEmpty ? undefined : this.#take(filter, load?.account ?? "", () => end?.());
    return {
      acknowledgement: notify("notifications/subscriptions/acknowledged", { notifications }),
      isEmpty,
      begin: (send, giveUp) => {
        end = giveUp;
        const stop = this.#begin(filter, tasks, {
          changed: (change) => {
            const { method, params = {} } = toNotification(change);
            send(notify(method, params));
          },
          task: (task) => send(notify("notifications/tasks", task)),
        });
        return () => {
          stop();
          release?.();
        };
      },
      cancel: () => release?.(),
      result: {
        ...{ jsonrpc: "2.0", id },
        result: { resultType: "complete", _meta: { ..._meta, [SERVER_INFO_META_KEY]: serverInfo } },
      },
    };
  }

  /**
   * Takes what a subscription needs of the budgets. Returns the function that gives it back.
   *
   * @throws LimitError if there is no room
   */
  #take({ resourceSubscriptions: uris = [] }: Filter, account: string, giveUp: () => void): () => void {
    const turn = this.#opened++;
    const shares: Share[] = [];
    const release = (): void => {
      for (const share of shares.splice(0)) share.release();
    };
    const yielding = {
      // Its own client must not lose what it uses by asking for more.
      turn: (isOwn: boolean) => (isOwn ? undefined : turn),
      giveUp: () => {
        release();
        giveUp();
      },
    };
    shares.push(this.#budget.take(account, 1, yielding));
    try {
      if (uris.length > 0) shares.push(this.#server.watchBudget.take(account, weighUris(uris), yielding));
    } catch (error) {
      release();
      throw error;
    }
    return release;
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
    const stops = [
      catalog.changes.subscribe((change) => {
        if (accepts(filter, change)) tell.changed(change);
      }),
      watches().watch(filter.resourceSubscriptions ?? []),
      tasks?.begin(tell.task),
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
