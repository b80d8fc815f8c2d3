import { expect, test } from "vitest";
import { resolveTimeouts, type Timeouts } from "./resolve-timeouts.js";

const LONGEST = 2 ** 31 - 1;

test.each<[Parameters<typeof resolveTimeouts>[0], Timeouts]>([
  [{}, { keepAliveTimeoutMs: 65_000, headersTimeoutMs: 66_000, checkIntervalMs: 16_500 }],
  [{ keepAliveTimeoutMs: 1_000 }, { keepAliveTimeoutMs: 1_000, headersTimeoutMs: 2_000, checkIntervalMs: 500 }],
  [{ keepAliveTimeoutMs: 1 }, { keepAliveTimeoutMs: 1, headersTimeoutMs: 1_001, checkIntervalMs: 500 }],
  [{ headersTimeoutMs: 600_000 }, { keepAliveTimeoutMs: 65_000, headersTimeoutMs: 600_000, checkIntervalMs: 30_000 }],
])("%j becomes %j", (options, timeouts) => {
  expect(resolveTimeouts(options)).toEqual(timeouts);
});

test.each([{ keepAliveTimeoutMs: LONGEST }, { keepAliveTimeoutMs: LONGEST, headersTimeoutMs: LONGEST }])(
  "%j fits into timers, with the second that Node adds",
  (options) => {
    const { keepAliveTimeoutMs, headersTimeoutMs } = resolveTimeouts(options);
    expect([keepAliveTimeoutMs + 1_000, headersTimeoutMs]).toEqual([LONGEST, LONGEST]);
  },
);
