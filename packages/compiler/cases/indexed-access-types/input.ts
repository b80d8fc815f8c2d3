import { tool } from "@plainmcp/core";

interface Order {
  /** What it is called. */
  id: string;
  lines: { sku: string; count: number }[];
  state: "open" | "closed";
  ship?: { to: string };
}

export class Orders {
  /** Types of properties. */
  @tool
  add(id: Order["id"], line: Order["lines"][number], state: Order["state"], to: NonNullable<Order["ship"]>["to"], any: Order["id" | "state"]): Order["ship"] {
    return undefined;
  }
}
