import { tool } from "@plainmcp/core";
import { integer, jsonb, pgEnum, pgTable, serial, text, timestamp } from "drizzle-orm/pg-core";

const role = pgEnum("role", ["admin", "guest"]);

const users = pgTable("users", {
  id: serial().primaryKey(),
  mail: text().notNull(),
  role: role().notNull().default("guest"),
  age: integer(),
  settings: jsonb().$type<{ theme: string }>(),
  joined: timestamp().notNull().defaultNow(),
});

export default class DrizzleInsert {
  /** Inserts a user. */
  @tool
  take(value: typeof users.$inferInsert): void {
    console.error(value);
  }
}
