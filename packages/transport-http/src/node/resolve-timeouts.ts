import { MAX_TIMER_MS, optionError } from "@plainmcp/core/internal/engine";

/** How long Node waits for requests, in milliseconds. */
export interface Timeouts {
  readonly keepAliveTimeoutMs: number;
  readonly headersTimeoutMs: number;
}

/**
 * Fills in the defaults.
 *
 * @throws TypeError when a timeout is invalid, with the reason
 */
export function resolveTimeouts({ keepAliveTimeoutMs = 65_000, headersTimeoutMs }: Partial<Timeouts>): Timeouts {
  requireMilliseconds("keepAliveTimeoutMs", keepAliveTimeoutMs);
  if (headersTimeoutMs === undefined) return { keepAliveTimeoutMs, headersTimeoutMs: keepAliveTimeoutMs + 1_000 };
  requireMilliseconds("headersTimeoutMs", headersTimeoutMs);
  if (headersTimeoutMs > keepAliveTimeoutMs) return { keepAliveTimeoutMs, headersTimeoutMs };
  throw optionError("headersTimeoutMs", (name, nameOf) => {
    const other = nameOf("keepAliveTimeoutMs");
    return `${name} must be more than ${other} (${keepAliveTimeoutMs} ms), but is ${headersTimeoutMs} ms.`;
  });
}

function requireMilliseconds(option: string, value: number): void {
  if (Number.isInteger(value) && value > 0 && value <= MAX_TIMER_MS) return;
  throw optionError(
    option,
    (name) => `${name} must be a whole number of milliseconds from 1 to ${MAX_TIMER_MS}, not ${value}.`,
  );
}
