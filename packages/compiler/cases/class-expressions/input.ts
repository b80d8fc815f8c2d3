import { tool } from "@plainmcp/core";


/** In a constant. */
export const Assigned = class {
  /** One. */
  @tool
  one(): void {}
};

/** With a name of its own. */
export const Outer = class Inner {
  /** Two. */
  @tool
  two(): void {}
};

export function create() {
  class Local {
    /** Three. */
    @tool
    three(): void {}
  }
  return new Local();
}
