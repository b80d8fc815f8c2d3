import { tool } from "@plainmcp/core";
import "./made-by-a-later-step.js";

module Old {
  export const limit = 3;
}

/** Is not initialized, takes what has no type, and trusts that things are there. */
export class Loose {
  name: string;

  /** Finds a thing. @param id Its number @param extra Comes from a package of types that nobody lists */
  @tool
  find(id: number, extra: Extra): string {
    let found = null;
    found = upper(new Map([[id, this.name]]).get(id));
    const sure: string = new Map<number, string>().get(id + Old.limit);
    try {
      return found + sure + extra.size;
    } catch (error) {
      return error.message;
    }
  }
}

function upper(text) {
  return String(text).toUpperCase();
}
