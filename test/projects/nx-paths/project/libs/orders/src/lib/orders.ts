import { tool } from "@plainmcp/core";
import { Order, Status } from "@shop/model/order";

function orderNumber(id) {
  return `order ${id}`;
}

/** What was ordered. */
export class Orders {
  last: Order;

  /** Takes an order. @param id Its number @param status How far it is */
  @tool()
  order(id: number, status: Status = Status.Open): string {
    this.last = { id: orderNumber(id), status };
    return `${this.last.id} is ${this.last.status}`;
  }
}
