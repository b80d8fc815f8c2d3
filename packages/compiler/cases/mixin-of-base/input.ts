import { tool } from "@plainmcp/core";

type Constructor<T = object> = abstract new (...args: any[]) => T;

function Listing<T, B extends Constructor<{ all(): T[] }>>(Base: B) {
  abstract class Listing extends Base {
    /** How many there are. */
    @tool
    count(): number {
      return this.all().length;
    }
  }
  return Listing;
}

class Stock {
  all(): string[] {
    return [];
  }

  /** Adds one. */
  @tool
  add(name: string, count: 1 | 2 = 1): void {}
}

/** Methods of a base, of a mixin and its own. */
export class Shop extends Listing(Stock) {
  /** Sells one. */
  @tool
  sell(name: string): boolean {
    return true;
  }
}
