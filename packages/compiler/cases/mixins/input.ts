import { tool } from "@plainmcp/core";


type Constructor = new (...args: any[]) => object;

function Pingable<B extends Constructor>(Base: B) {
  return class Pingable extends Base {
    /** Answers. */
    @tool
    ping(count = 1): string {
      return "pong";
    }
  };
}

class Base {
  /** Its name. */
  @tool
  name(): string {
    return "";
  }
}

/** Base and mixin. */
export class Mixed extends Pingable(Base) {
  /** Its own. */
  @tool
  own(): void {}
}
