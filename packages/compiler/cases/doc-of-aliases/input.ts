import { tool } from "@plainmcp/core";

/** A postal code. @pattern ^[0-9]{5}$ */
type Zip = string;

/** A share of the whole. @minimum 0 @maximum 1 */
type Share = number;

type int = number;

export class Places {
  /** An alias brings its comment along, wherever it is written. */
  @tool
  find(zip: Zip, near: Zip[], by: Record<string, Share>, floor: int, /** Its own. */ last?: Zip): Share | null {
    return null;
  }
}
