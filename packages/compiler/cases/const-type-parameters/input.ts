import { tool } from "@plainmcp/core";

function choices<const T extends readonly string[]>(...names: T): T {
  return names;
}

const UNITS = choices("metre", "foot");

export class Lengths {
  /** The literals a `const` type parameter kept. */
  @tool
  convert(to: (typeof UNITS)[number]): typeof UNITS {
    return UNITS;
  }

  /** A method's own. */
  @tool
  first<const T extends readonly [string, ...string[]]>(list: T): T[0] {
    return list[0];
  }
}
