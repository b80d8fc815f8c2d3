import { tool } from "@plainmcp/core";

interface Box {
  get width(): number;
  set width(value: number);
  get area(): number;
}

export class Boxes {
  /** In an interface an accessor is a property. */
  @tool
  grow(box: Box): Box {
    return box;
  }
}
