import { requireAtLeast } from "../option-error.js";
import { heapLimit } from "./heap-limit.js";

/** How much a server holds for its clients, whichever way they reach it. */
export interface EngineLimits {
  /** How many subscriptions of modern clients may be open. @default 1024 */
  readonly maxSubscriptions?: number;
  /** How many URIs clients may be subscribed to, in sum. A URI counts once for each 1,024 characters. @default 10_000 */
  readonly maxWatches?: number;
  /**
   * How many tasks the server stores in memory, in sum. Without room, a tool with an `optional` task answers when its work is
   * done, and one with a `required` task asks the client to call later. Your own store has its own limit. @default 1_000
   */
  readonly maxTasks?: number;
  /** How many bytes of tasks the server stores in memory, in sum. @default an eighth of V8's heap limit */
  readonly maxTasksSize?: number;
}

/** Fills in the defaults. @throws TypeError when a limit is not at least 1 */
export function resolveEngineLimits(limits: EngineLimits = {}): Required<EngineLimits> {
  const { maxSubscriptions = 1_024, maxWatches = 10_000, maxTasks = 1_000, maxTasksSize = heapLimit() / 8 } = limits;
  const resolved = { maxSubscriptions, maxWatches, maxTasks, maxTasksSize };
  requireLimits(resolved);
  return resolved;
}

/** Throws a TypeError for the first limit that is not at least 1. */
export function requireLimits(limits: Readonly<Record<string, number>>): void {
  requireAtLeast(1, Object.fromEntries(Object.entries(limits).map(([name, value]) => [`limits.${name}`, value])));
}
