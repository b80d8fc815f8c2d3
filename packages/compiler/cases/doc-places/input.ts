import { tool } from "@plainmcp/core";


/** A postal code. @pattern ^[0-9]{5}$ */
type Zip = string;

/** Where somebody lives. */
interface Address {
  zip: Zip;
  /** The former one. */
  before?: Zip | null;
  more: Zip[];
}

/** How warm. */
enum Warmth {
  Cold,
  Hot,
}

/** A choice. */
type Choice = "yes" | "no";

interface Base {
  /** Said by the base. */
  id: string;
}

interface Derived extends Base {
  id: "a" | "b";
}

export class Places {
  /** Aliases bring their comment along. */
  @tool
  aliases(zip: Zip, choice?: Choice, warmth?: Warmth): Address {
    return null!;
  }

  /**
   * The nearer comment replaces the farther one.
   * @param zip Of the sender
   */
  @tool
  nearer(zip: Zip, address: Address): void {}

  /** Comments on one line with their property. */
  @tool
  line(at: { /** To the north. @minimum -90 */ lat: number; /** To the east. */ lon: number }, to: { x: number; /** behind x */
    y: number }): void {}

  /** The library's own comments say nothing here. */
  @tool
  library(a: Record<string, number>, b: Partial<Base>, c: Date, d: Array<string>): void {}

  /** An override. */
  @tool
  inherited(derived: Derived): void {}
}
