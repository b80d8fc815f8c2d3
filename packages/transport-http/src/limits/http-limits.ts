import { type EngineLimits, heapLimit, requireLimits, resolveEngineLimits } from "@plainmcp/core/internal/engine";

/**
 * How much a server holds for its clients. Sizes are in bytes, and sizes in sum are shares of V8's heap limit by default. While
 * there is room, one client may take all of it but a small reserve. Without room, the client that holds most gives up what it
 * does not use, and then its requests for more are answered with 429.
 *
 * @example
 * ```ts
 * await serveHttp(Weather, { limits: { maxBodySize: 16 * 1024 * 1024, maxSessions: 5_000 } });
 * ```
 */
export interface HttpLimits extends EngineLimits {
  /** Largest request body. A larger one is answered with 413. @default 4_194_304 (4 MiB) */
  readonly maxBodySize?: number;
  /**
   * The bodies of all requests that have no complete answer yet, in sum, as they are in memory. Each request counts for at
   * least 4 KiB.
   * @default a sixteenth of V8's heap limit
   */
  readonly maxBodiesSize?: number;
  /** Open connections; only `serveHttp` counts them. @default one for each 64 KiB of V8's heap limit */
  readonly maxConnections?: number;
  /** Open sessions of legacy clients. Those that did nothing but `initialize` go first. @default 1000 */
  readonly maxSessions?: number;
  /**
   * What all sessions keep, in sum: what clients say about themselves, and messages that they have not fetched.
   * @default an eighth of V8's heap limit
   */
  readonly maxSessionsSize?: number;
  /**
   * The answers that one session keeps until its client fetches them. A larger answer is replaced by an error.
   * @default 4_194_304 (4 MiB)
   */
  readonly maxUnfetchedSize?: number;
  /**
   * What waits until one client reads it, on one response. Above it, progress and log messages are dropped, and the client is
   * told once. If still more comes, it is disconnected.
   * @default 8_388_608 (8 MiB)
   */
  readonly maxQueueSize?: number;
  /** What waits until clients read it, in sum. @default an eighth of V8's heap limit */
  readonly maxQueuesSize?: number;
  /** The answers of one batch, in sum. An answer beyond it is replaced by an error. @default 16_777_216 (16 MiB) */
  readonly maxBatchSize?: number;
}

const MIB = 1024 * 1024;

/** Fills in the defaults. @throws TypeError when a limit is not at least 1 */
export function resolveHttpLimits(limits: HttpLimits = {}): Required<HttpLimits> {
  const heap = heapLimit();
  const resolved = {
    ...resolveEngineLimits(limits),
    maxBodySize: limits.maxBodySize ?? 4 * MIB,
    maxBodiesSize: limits.maxBodiesSize ?? heap / 16,
    maxConnections: limits.maxConnections ?? Math.ceil(heap / (64 * 1024)),
    maxSessions: limits.maxSessions ?? 1_000,
    maxSessionsSize: limits.maxSessionsSize ?? heap / 8,
    maxUnfetchedSize: limits.maxUnfetchedSize ?? 4 * MIB,
    maxQueueSize: limits.maxQueueSize ?? 8 * MIB,
    maxQueuesSize: limits.maxQueuesSize ?? heap / 8,
    maxBatchSize: limits.maxBatchSize ?? 16 * MIB,
  };
  requireLimits(resolved);
  return resolved;
}
