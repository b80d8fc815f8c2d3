import { tool } from "@plainmcp/core";
import type { JSONSchema7 } from "json-schema";

export default class JsonSchema {
  /** Checks a schema. */
  @tool
  take(value: JSONSchema7): void {
    console.error(value);
  }
}
