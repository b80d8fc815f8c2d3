import { tool } from "@plainmcp/core";


interface Box {
  size: number;
}

export class Unions {
  /** Plain types, with null, in the order written. */
  @tool
  plain(id: string | number, text: string | null, back: null | string, flag: boolean | string, maybe: boolean | null) {}

  /** With literals. */
  @tool
  literals(size: number | "auto", level: "low" | "high" | null, other: string | 1) {}

  /** With objects and arrays. */
  @tool
  objects(box: Box | null, boxes: Box | Box[], date: Date | string, any?: Box | "none" | number) {}
}
