import { tool } from "@plainmcp/core";

class Base {
  constructor(
    protected readonly key: string,
    readonly unit: "C" | "F",
  ) {}
}

/** Needs what its base needs. */
export class Inherited extends Base {
  /** Says the key's length. */
  @tool
  length(): number {
    return this.key.length;
  }
}

/** Needs nothing: all of it may be left out. */
export class Optional extends Base {
  constructor(key?: string, unit: "C" | "F" = "C", scale: number | undefined = undefined, ...more: number[]) {
    super(key ?? String(scale ?? more.length), unit);
  }

  /** Says the key's length. */
  @tool
  length(): number {
    return this.key.length;
  }
}

/** Needs nothing: one of its constructors takes no parameters. */
export class Overloaded {
  readonly #keys: readonly string[];

  constructor();
  constructor(key: string, other: string);
  constructor(...keys: readonly string[]) {
    this.#keys = keys;
  }

  /** Says how many keys there are. */
  @tool
  count(): number {
    return this.#keys.length;
  }
}

/** Needs its key, which may not be left out. */
export class Keyed {
  readonly #key: string;

  constructor(key: string, _unit?: string) {
    this.#key = key;
  }

  /** Says the key's length. */
  @tool
  length(): number {
    return this.#key.length;
  }
}
