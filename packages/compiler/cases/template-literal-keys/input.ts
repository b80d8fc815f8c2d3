import { tool } from "@plainmcp/core";

interface Attributes {
  id: string;
  [data: `data-${string}`]: string;
  [size: `size-${number}`]: number;
}

export class Elements {
  /** Properties by the form of their names. */
  @tool
  set(attributes: Attributes, rooms?: Record<`room-${1 | 2}`, boolean>, flags?: { [K in `is-${string}`]?: boolean }): void {}
}
