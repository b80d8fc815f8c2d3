import { tool } from "@plainmcp/core";
import type { JsonValue } from "type-fest";

export default class TypeFestJson {
  /** Keeps a value. */
  @tool
  take(value: JsonValue): void {
    console.error(value);
  }
}
