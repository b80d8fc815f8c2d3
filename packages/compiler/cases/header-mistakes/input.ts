import { prompt, resource, tool } from "@plainmcp/core";

interface Item {
  /** @header Item */
  name: string;
}

interface Tree {
  /** @header Tree */
  name: string;
  children: Tree[];
}

/** @header Whole */
interface Whole {
  id: string;
}

export class Mistakes {
  /**
   * Names.
   * @param a One @header
   * @param b Two @header Two Words
   * @param c Three @header Größe
   * @param d Four @header Same
   * @param e Five @header sAME
   */
  @tool
  names(a: string, b: string, c: string, d: string, e: string): void {}

  /**
   * Types.
   * @param a A fraction @header A
   * @param b A list @header B
   * @param c An object @header C
   * @param d A union @header D
   * @param e Nothing or text @header E
   */
  @tool
  types(a: number, b: string[], c: { d: string }, d: string | number, e: string | null): void {}

  /** Places. */
  @tool
  places(list: Item[], either: Item | { other: string }, byName: Record<string, Item>, tree: Tree): void {}

  /** The arguments as a whole. */
  @tool
  whole({ id }: Whole): string {
    return id;
  }

  /**
   * No parameter.
   * @header Stray
   * @returns Nothing @header Result
   */
  @tool
  stray(): string {
    return "";
  }

  /**
   * No tool.
   * @param a One @header A
   */
  @prompt
  prompt(a: string): string {
    return a;
  }

  /**
   * No tool either.
   * @param a One @header A
   */
  @resource("notes://{a}")
  resource(a: string): string {
    return a;
  }

  /** By hand. */
  @tool({ inputSchema: { type: "object", properties: { a: { type: "array", items: { "x-mcp-header": "A" } } } } })
  given(a: string[]): void {}
}
