import { type Root, type Session, tool } from "@plainmcp/core";

/** All hooks. The symbol wins over the name. */
export class Full {
  /** Takes the environment that the platform has. */
  async init(env: NodeJS.ProcessEnv): Promise<void> {
    this.#region = env.REGION ?? "";
  }

  rootsChanged(roots: readonly Root[], session: Session): void {
    this.#region = `${session.id} ${roots.length}`;
  }

  close(): void {}

  async [Symbol.asyncDispose](): Promise<void> {}

  #region = "";

  /** Where it searches. */
  @tool
  region(): string {
    return this.#region;
  }
}

class Base {
  async init(): Promise<void> {}

  close(code = 0): number {
    return code;
  }
}

/** Hooks of a base class of one's own. */
export class Inherited extends Base {
  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

interface WorkerEnv {
  readonly KEY: string;
  readonly CACHE: { get(key: string): Promise<string | null> };
}

/** The environment of a Worker has objects, too. Overloads are fine if one of them fits. */
export class OnWorkers {
  init(env?: WorkerEnv): void;
  init(env: WorkerEnv, again: boolean): void;
  init(_env?: WorkerEnv, _again?: boolean): void {}

  rootsChanged(): void {}

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

/** Decorated methods are primitives, and never hooks. */
export class Primitives {
  /** Initialises a repository. @param folder Where */
  @tool
  init(folder: string): string {
    return folder;
  }

  /** Closes an issue. @param id Its number */
  @tool
  close(id: number): number {
    return id;
  }
}

/** The methods of a compiled base have a meaning of their own. */
export class Listener extends AbortController {
  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}
