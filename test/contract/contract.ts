import type { WireClient } from "../support/wire-client.js";
import type { WayName } from "./ways.js";

/** One cell of the test matrix: what a client and a server agree on. Each dimension of the matrix is a member. */
export interface Cell {
  /** The revision that the client speaks. */
  readonly revision: string;
}

/** The served classes, in `test/fixtures`. */
export type Fixture =
  | "protocol"
  | "calls"
  | "chosen-values"
  | "failures"
  | "failures-exposed"
  | "failures-translated"
  | "jobs"
  | "lenient"
  | "library"
  | "libraries"
  | "lifecycle"
  | "run-time"
  | "unprompted"
  | "whole-results";

/** What a requirement runs against. */
export interface Trial<C extends WireClient = WireClient> extends Cell {
  readonly isModern: boolean;
  /** A connection that is shared with other requirements. Its client declares no capabilities. */
  readonly client: C;
  /** Starts a server for this requirement alone, and connects a client to it. */
  open(options?: OpenOptions): Promise<C>;
}

export interface OpenOptions {
  /** @default "protocol" */
  readonly fixture?: Fixture;
  /** Capabilities that the client declares. @default none */
  readonly capabilities?: object;
  /** Whether a legacy client leaves `initialize` to the requirement. @default false */
  readonly isSilent?: boolean;
}

/** One requirement of the contract. */
export interface Requirement<C extends WireClient = WireClient> {
  /** What the server does, as docs/reference/contract.md says it. */
  readonly says: string;
  /** The revisions to which it applies. @default those of its group */
  readonly revisions?: readonly string[];
  readonly run: (trial: Trial<C>) => Promise<void>;
}

/** Requirements on one topic, by name. */
export interface Group<C extends WireClient = WireClient> {
  readonly title: string;
  readonly revisions: readonly string[];
  /** The only ways to which they apply, and why. @default all */
  readonly only?: { readonly ways: readonly WayName[]; readonly because: string };
  readonly requirements: Readonly<Record<string, Requirement<C>>>;
}

/** Requirements that do not apply to some ways. */
export interface Skip {
  readonly ways: readonly WayName[];
  readonly requirements: readonly string[];
  /** @default all */
  readonly revisions?: readonly string[];
  /** The reason, as a sentence. */
  readonly because: string;
}

/** One way in which a client reaches a server. */
export interface Way<C extends WireClient = WireClient> {
  readonly name: WayName;
  readonly cells: readonly Cell[];
  /** Starts a server, and connects a client that has not sent anything yet. */
  connect(cell: Cell, fixture: Fixture, capabilities?: object): Promise<C>;
}
