import { type Context, prompt, resource, tool } from "@plainmcp/core";

interface Line {
  /** @alias product */
  item: string;
}

export class Mistakes {
  /**
   * Names.
   * @param a One @alias
   * @param b Two @alias two words
   * @param c Three @alias __proto__
   * @param d Four @alias same
   * @param e Five @alias same
   * @param f Six @alias a
   * @param g Seven @alias g
   * @param h Eight @alias sessionId
   * @param i Nine @alias wait_for_previous
   * @param j Ten @alias zone @header Zone
   */
  @tool
  names(
    a: string,
    b: string,
    c: string,
    d: string,
    e: string,
    f: string,
    g: string,
    h: string,
    i: string,
    j: string,
  ): void {}

  /** On properties. */
  @tool
  flat({ one, two }: { /** @alias two */ one: string; /** @alias action */ two: string }): string {
    return one + two;
  }

  /**
   * Places.
   * @alias other
   * @param line One
   * @param line.item What it is @alias what
   * @param ctx Not sent @alias context
   * @returns Nothing @alias result
   */
  @tool
  places(line: Line, ctx: Context): string {
    return line.item + ctx.era;
  }

  /** A header inside. @param where The place @alias place */
  @tool
  inside(where: { /** @header Zone */ zone: string }): void {}

  /** No tool. @param a One @alias b */
  @prompt
  prompt(a: string): string {
    return a;
  }

  /** No tool either. @param a One @alias b */
  @resource("notes://{a}")
  resource(a: string): string {
    return a;
  }
}
