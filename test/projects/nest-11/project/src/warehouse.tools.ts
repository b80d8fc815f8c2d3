import { Injectable } from "@nestjs/common";
import { tool } from "@plainmcp/core";
import { StockService } from "./stock.service";

/** A warehouse. */
@Injectable()
export class WarehouseTools {
  constructor(private readonly stock: StockService) {}

  /** How many pieces there are. @param name What to count */
  @tool
  count(name: string): string {
    return `${this.stock.count(name)} x ${name} at ${process.env.PLACE ?? "home"}`;
  }
}
