import { type Context, type Root, tool } from "@plainmcp/core";

/** None of these is called. */
export class Misnamed {
  private init(): void {}

  rootsChanged = (): void => {};

  /** Closes one of several files. @param file Which one */
  close(file: string): string {
    return file;
  }

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

/** Neither are these. */
export class Hidden {
  static init(): void {}

  protected async [Symbol.asyncDispose](): Promise<void> {}

  #close(): void {}

  rootsChanged(count: number): number {
    return count;
  }

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

/** This takes no environment. */
export class OfFolders {
  init(folder: string): string {
    return folder;
  }

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

/** Nobody reads what a generator yields, and hooks have no context. */
export class OfCalls {
  async init(ctx: Context): Promise<void> {
    ctx.log.info("Hello");
  }

  rootsChanged(roots: readonly Root[], { log }: Context): void {
    log.info(roots);
  }

  async *close(): AsyncGenerator<string> {
    yield "Bye";
  }

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

/** Nobody knows whether they will be there. */
export interface Declared {
  close(): void;
}

export class Declared {
  init?(): void;

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

/** Members that the file itself uses have a meaning of their own. */
export class Used {
  static init(): Used {
    return new Used();
  }

  private close(file: string): string {
    return file;
  }

  /** Closes a file. @param file Which one */
  @tool
  finish(file: string): string {
    return this.close(file);
  }
}

export const used = Used.init();
