import { tool } from "@plainmcp/core";
import type { tags } from "typia";

interface Order {
  amount: number & tags.Type<"uint32"> & tags.Minimum<1>;
  mail: string & tags.Format<"email">;
  ids: (string & tags.MinLength<3>)[] & tags.MinItems<1>;
}

export default class TypiaOrder {
  /** Takes an order. */
  @tool
  take(value: Order): void {
    console.error(value);
  }
}
