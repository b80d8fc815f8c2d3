import type { LineConnection } from "../support/line-connection.js";

/** The servers that the requirements are tried on. */
export interface Servers {
  /** A connection of 2026-07-28, which other requirements use too. */
  readonly modern: LineConnection;
  /** A connection of 2025-11-25, which other requirements use too. */
  readonly legacy: LineConnection;
  /** A connection of an older revision, which other requirements use too. */
  legacyOf(revision: string): Promise<LineConnection>;
  /** Starts a server for this requirement alone. */
  start(): LineConnection;
  /** Starts one whose messages are not held against their schema. */
  startUnheld(): LineConnection;
  /** Starts a server that has tools and resources, and nothing else. */
  startWithoutPrompts(): LineConnection;
}

/** A test for each requirement, by the name it has in docs/reference/stdio-conformance.md. */
export type Requirements = Readonly<Record<string, (servers: Servers) => Promise<void>>>;
