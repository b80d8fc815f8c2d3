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

/** In parentheses. */
export const Wrapped = (class {
  /** Four. */
  @tool
  four(): void {}
}) satisfies object;

export function create() {
  class Local {
    /** Three. */
    @tool
    three(): void {}
  }
  return new Local();
}
