const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long Node waits for requests, in milliseconds. */
export interface Timeouts {
  readonly keepAliveTimeoutMs: number;
  readonly headersTimeoutMs: number;
}

/**
 * Fills in the defaults.
 *
 * @throws TypeError that says what is wrong with a timeout
 */
export function resolveTimeouts({ keepAliveTimeoutMs = 65_000, headersTimeoutMs }: Partial<Timeouts>): Timeouts {
  requireMilliseconds("keepAliveTimeoutMs", keepAliveTimeoutMs);
  if (headersTimeoutMs === undefined) return { keepAliveTimeoutMs, headersTimeoutMs: keepAliveTimeoutMs + 1_000 };
  requireMilliseconds("headersTimeoutMs", headersTimeoutMs);
  if (headersTimeoutMs > keepAliveTimeoutMs) return { keepAliveTimeoutMs, headersTimeoutMs };
  throw new TypeError(
    `headersTimeoutMs must be more than keepAliveTimeoutMs, which is ${keepAliveTimeoutMs}, not ${headersTimeoutMs}.`,
  );
}

function requireMilliseconds(name: string, value: number): void {
  if (Number.isInteger(value) && value > 0 && value <= LONGEST_TIMER_MS) return;
  throw new TypeError(`${name} must be a whole number from 1 to ${LONGEST_TIMER_MS}, not ${value}.`);
}
