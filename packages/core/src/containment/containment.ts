const KEY = Symbol.for("plainmcp.containment");

/** A call whose method runs, and everything that the method leaves behind. */
export interface CallScope {
  /** What is called, such as `tool "add"`. */
  readonly source: string;
  /** Takes an error that nobody has handled. */
  contain(error: unknown): void;
}

/**
 * Keeps the process alive when what a call has left behind fails. There is one per process, whichever copy of this package
 * installed it. Copies of other versions use it too: members may be added here and to {@link CallScope}, none may change.
 */
export interface Containment {
  /** Runs a method so that whatever it starts belongs to the scope. */
  run<T>(scope: CallScope, method: () => T): T;
  /** Adds a user; without users, the containment ends. Returns what takes the user away again. */
  use(): () => void;
}

/** The containment of this process, if one is installed. */
export function currentContainment(): Containment | undefined {
  return (globalThis as Shared)[KEY];
}

/** Installs a containment for all copies of this package, or takes it away. */
export function installContainment(containment: Containment | undefined): void {
  (globalThis as Shared)[KEY] = containment;
}

/** Runs a method in the scope, where there is a containment. */
export function runInScope<T>(scope: CallScope, method: () => T): T {
  const containment = currentContainment();
  return containment ? containment.run(scope, method) : method();
}

interface Shared {
  [KEY]?: Containment | undefined;
}
