import { tool } from "@plainmcp/core";
import type { TsConfigJson } from "type-fest";

export default class TypeFestTsConfig {
  /** Reads a tsconfig.json. */
  @tool
  take(value: TsConfigJson): void {
    console.error(value);
  }
}
