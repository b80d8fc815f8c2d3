import { tool } from "@plainmcp/core";
import * as z from "zod";

const Order = z.object({
  id: z.uuid(),
  lines: z.array(z.object({ sku: z.string().min(1), count: z.int().min(1) })),
  placed: z.date(),
  total: z.bigint(),
  note: z.string().nullish(),
  status: z.enum(["open", "paid"]),
  by: z.record(z.string(), z.number()),
});

export default class ZodOrder {
  /** Takes an order. */
  @tool
  take(value: z.infer<typeof Order>): void {
    console.error(value);
  }
}
