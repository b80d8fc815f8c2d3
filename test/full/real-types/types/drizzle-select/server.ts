import { tool } from "@plainmcp/core";
import { bigint, integer, jsonb, numeric, pgTable, serial, text, timestamp } from "drizzle-orm/pg-core";

const users = pgTable("users", {
  id: serial().primaryKey(),
  mail: text().notNull(),
  balance: numeric().notNull(),
  visits: bigint({ mode: "bigint" }),
  age: integer(),
  settings: jsonb(),
  joined: timestamp().notNull().defaultNow(),
});

export default class DrizzleSelect {
  /** A user. */
  @tool
  give(): typeof users.$inferSelect {
    throw new Error("Only compiled.");
  }
}
