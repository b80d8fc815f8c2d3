import type { WireClient } from "../support/wire-client.js";
import type { WayName } from "./ways.js";

/** One row of the matrix: what a client and a server agree on. A further dimension is a further member. */
export interface Cell {
  /** The revision that the client speaks. */
  readonly revision: string;
}

/** The classes that are served, in `test/fixtures`. */
export type Fixture = "protocol" | "calls" | "jobs" | "library" | "libraries" | "unprompted";

/** What a requirement is tried on. */
export interface Trial<C extends WireClient = WireClient> extends Cell {
  readonly isModern: boolean;
  /** A connection that other requirements use too, of a client that can do nothing in particular. */
  readonly client: C;
  /** Starts a server for this requirement alone, and connects a client to it. */
  open(options?: OpenOptions): Promise<C>;
}

export interface OpenOptions {
  /** @default "protocol" */
  readonly fixture?: Fixture;
  /** What the client says that it can do. @default nothing */
  readonly capabilities?: object;
  /** Whether a legacy client says nothing before the requirement does. @default false */
  readonly isSilent?: boolean;
}

/** One thing that is asked of a server. */
export interface Requirement<C extends WireClient = WireClient> {
  /** What the server does, in words for docs/reference/contract.md. */
  readonly says: string;
  /** The revisions in which it is asked. @default those of its group */
  readonly revisions?: readonly string[];
  readonly run: (trial: Trial<C>) => Promise<void>;
}

/** Requirements about one thing, by their names. */
export interface Group<C extends WireClient = WireClient> {
  readonly title: string;
  readonly revisions: readonly string[];
  /** The only ways on which they mean anything, and why. @default all */
  readonly only?: { readonly ways: readonly WayName[]; readonly because: string };
  readonly requirements: Readonly<Record<string, Requirement<C>>>;
}

/** Requirements that are not asked on some ways. */
export interface Skip {
  readonly ways: readonly WayName[];
  readonly requirements: readonly string[];
  /** @default all */
  readonly revisions?: readonly string[];
  /** Why not, in words. */
  readonly because: string;
}

/** One way in which a client reaches a server. */
export interface Way<C extends WireClient = WireClient> {
  readonly name: WayName;
  readonly cells: readonly Cell[];
  /** Starts a server, and connects a client that has said nothing yet. */
  connect(cell: Cell, fixture: Fixture, capabilities?: object): Promise<C>;
}
