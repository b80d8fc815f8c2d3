import { MAX_TIMER_MS, optionError } from "@plainmcp/core/internal/engine";

/** Node adds this to the time for which it keeps a connection. */
const BUFFER_MS = 1_000;
const MIN_CHECK_MS = 500;
const MAX_CHECK_MS = 30_000;

/** How long Node waits for requests, in milliseconds. */
export interface Timeouts {
  readonly keepAliveTimeoutMs: number;
  readonly headersTimeoutMs: number;
  /** How often Node looks for headers that are late. */
  readonly checkIntervalMs: number;
}

/**
 * Fills in the defaults.
 *
 * @throws TypeError when a timeout is invalid, with the reason
 */
export function resolveTimeouts(options: Partial<Omit<Timeouts, "checkIntervalMs">>): Timeouts {
  const { keepAliveTimeoutMs: keepAliveMs = 65_000 } = options;
  requireMilliseconds("keepAliveTimeoutMs", keepAliveMs);
  const keepAliveTimeoutMs = Math.min(keepAliveMs, MAX_TIMER_MS - BUFFER_MS);
  const { headersTimeoutMs = keepAliveTimeoutMs + BUFFER_MS } = options;
  requireMilliseconds("headersTimeoutMs", headersTimeoutMs);
  if (headersTimeoutMs > keepAliveTimeoutMs) {
    const checkIntervalMs = Math.min(Math.max(Math.ceil(headersTimeoutMs / 4), MIN_CHECK_MS), MAX_CHECK_MS);
    return { keepAliveTimeoutMs, headersTimeoutMs, checkIntervalMs };
  }
  throw optionError("headersTimeoutMs", (name, nameOf) => {
    const other = nameOf("keepAliveTimeoutMs");
    const isDefault = options.keepAliveTimeoutMs === undefined;
    const rule = `${name} must be more than ${other} (${keepAliveMs} ms${isDefault ? " by default" : ""})`;
    return `${rule}, but is ${headersTimeoutMs} ms. Set ${name} to more, or ${other} to less.`;
  });
}

function requireMilliseconds(option: string, value: number): void {
  if (Number.isInteger(value) && value > 0 && value <= MAX_TIMER_MS) return;
  throw optionError(
    option,
    (name) => `${name} must be a whole number of milliseconds from 1 to ${MAX_TIMER_MS}, not ${value}.`,
  );
}
