import { type EngineLimits, requireLimits, resolveEngineLimits } from "@plainmcp/core/internal/engine";

/**
 * How much a server holds for its client. Sizes are in bytes.
 *
 * @example
 * ```ts
 * await serveStdio(Weather, { limits: { maxLineSize: 64 * 1024 * 1024 } });
 * ```
 */
export interface StdioLimits extends EngineLimits {
  /** Longest message that is accepted. A longer one is answered with an error. @default 16_777_216 (16 MiB) */
  readonly maxLineSize?: number;
  /**
   * What waits until the client reads it. Above it, progress and log messages are dropped, and the client is told once. If
   * answers still pile up, the server reads no more requests until the client has read them.
   * @default 16_777_216 (16 MiB)
   */
  readonly maxQueueSize?: number;
  /** The answers of one batch, in sum. An answer beyond it is replaced by an error. @default 16_777_216 (16 MiB) */
  readonly maxBatchSize?: number;
}

const DEFAULT_SIZE = 16 * 1024 * 1024;

/** Fills in the defaults. @throws TypeError when a limit is not at least 1 */
export function resolveStdioLimits(limits: StdioLimits = {}): Required<StdioLimits> {
  const { maxLineSize = DEFAULT_SIZE, maxQueueSize = DEFAULT_SIZE, maxBatchSize = DEFAULT_SIZE } = limits;
  const resolved = { ...resolveEngineLimits(limits), maxLineSize, maxQueueSize, maxBatchSize };
  requireLimits(resolved);
  return resolved;
}
