const KEY = Symbol.for("plainmcp.containment");

/** A call, with everything that its method starts and leaves running. */
export interface CallScope {
  /** Names the call, such as `tool "add"`. */
  readonly source: string;
  /** Receives an unhandled error. */
  contain(error: unknown): void;
}

/**
 * Keeps the process alive when work that a call left running fails. There is one per process, whichever copy of this
 * package installed it. Copies of other versions use it, too, so members of this and of {@link CallScope} may be added
 * but not changed.
 */
export interface Containment {
  /** Runs a method so that everything it starts belongs to the scope. */
  run<T>(scope: CallScope, method: () => T): T;
  /** Adds a user, and returns a function that removes it. The containment ends when it has no users. */
  use(): () => void;
}

/** The containment of this process, if one is installed. */
export function installedContainment(): Containment | undefined {
  return (globalThis as Shared)[KEY];
}

/**
 * What runs methods in their scopes: the containment, or nothing but the method, for example on Workers. Then the runtime
 * handles the errors of work that a method left running.
 */
export function currentContainment(): Pick<Containment, "run"> {
  return installedContainment() ?? NONE;
}

const NONE: Pick<Containment, "run"> = { run: (_, method) => method() };

/** Installs a containment for all copies of this package, or removes it. */
export function installContainment(containment: Containment | undefined): void {
  (globalThis as Shared)[KEY] = containment;
}

interface Shared {
  [KEY]?: Containment | undefined;
}
