import { tool } from "@plainmcp/core";
import type { CamelCasedPropertiesDeep, LiteralUnion, Tagged } from "type-fest";

type Id = Tagged<string, "Id">;

type Row = CamelCasedPropertiesDeep<{ user_id: Id; colour_name: LiteralUnion<"red" | "blue", string>; is_on: boolean }>;

export default class TypeFestRenamed {
  /** A row. */
  @tool
  give(): Row {
    throw new Error("Only compiled.");
  }
}
