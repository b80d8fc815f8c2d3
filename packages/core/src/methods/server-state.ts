import type { PageCursors } from "../call/create-page-cursors.js";
import type { Replays } from "../call/create-replays.js";
import type { RunningCalls } from "../call/running-calls.js";
import type { Pipelines } from "../dispatch/pipelines.js";
import type { WrappedCall } from "../dispatch/steps/use.js";
import type { SuspendedCalls } from "../dispatch/suspended-calls.js";
import type { Budget, BudgetOptions } from "../limits/budget.js";
import type { EngineLimits } from "../limits/engine-limits.js";
import type { Lists } from "../lists/create-lists.js";
import type { Pager } from "../lists/create-pager.js";
import type { Catalog } from "../primitives/catalog.js";
import type { ServerSettings } from "../registry/server-settings.js";
import type { Watches } from "../subscriptions/watches.js";
import type { Tasks } from "../tasks/tasks.js";

/** What the methods of one server share. */
export interface ServerState {
  readonly catalog: Catalog;
  readonly settings: ServerSettings;
  readonly pipelines: Pipelines;
  readonly suspended: SuspendedCalls<WrappedCall>;
  readonly calls: RunningCalls;
  replays(): Replays;
  readonly cursors: () => PageCursors;
  readonly lists: Lists;
  readonly page: Pager;
  readonly limits: Required<EngineLimits>;
  /** Is told what clients are refused for lack of room. */
  readonly onRefused: NonNullable<BudgetOptions["onRefused"]>;
  watches(): Watches;
  /** How many URIs all clients may be subscribed to. */
  readonly watchBudget: Budget;
  /** The tasks that calls of modern clients can become; `undefined` if the server does not use tasks. */
  readonly tasks: Tasks | undefined;
}
