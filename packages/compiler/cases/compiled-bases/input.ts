import { tool } from "@plainmcp/core";
import { Counter, Finder } from "library";

/** Nothing of it is offered. */
export class Silent extends Finder {}

/** Offers its own, and what it thinks it inherits. */
export class Adding extends Finder {
  /** Adds. */
  @tool
  add(a: number): number {
    return a;
  }
}

/** Is warned of once, where the compiled class is extended. */
export class Further extends Silent {}

/** Overrides without a decorator. */
export class Bare extends Finder {
  override find(name: string): { found: boolean } {
    return super.find(name);
  }
}

/** Has understood. */
export class Overriding extends Finder {
  /** Finds a thing. @param name Its name */
  @tool
  override find(name: string): { found: boolean } {
    return super.find(name);
  }
}

/** Extends what has nothing to offer. */
export class Counting extends Counter<number> {
  /** Counts. */
  @tool
  size(): number {
    return this.values().length;
  }
}
