import { tool } from "@plainmcp/core";


type Zip = string;

export class Arrays {
  /** All ways to write one. */
  @tool
  all(a: number[], b: Array<string>, c: readonly Zip[], d: ReadonlyArray<"b" | "a">, e: number[][], f?: (string | null)[]) {}

  /** An undefined element is sent as null. */
  @tool
  gaps(): (number | undefined)[] {
    return [];
  }

  /** Also inside an optional property. */
  @tool
  inside(): { list?: (number | undefined)[]; map?: Record<string, string | undefined> } {
    return {};
  }
}
