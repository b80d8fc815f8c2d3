import { tool } from "@plainmcp/core";
import { eq, type InferSelectModel } from "drizzle-orm";
import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/pg-proxy";

const orders = pgTable("orders", {
  id: integer().primaryKey(),
  title: text().notNull(),
  sent: timestamp(),
});

/** Orders in a table. */
export default class Orders {
  readonly #database = drizzle(async () => ({ rows: [] }));

  /**
   * Finds an order.
   * @param id Its number
   */
  @tool
  async find(id: number): Promise<InferSelectModel<typeof orders> | null> {
    const [found] = await this.#database.select().from(orders).where(eq(orders.id, id));
    return found ?? null;
  }
}
