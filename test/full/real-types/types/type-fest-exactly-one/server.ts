import { tool } from "@plainmcp/core";
import type { RequireExactlyOne } from "type-fest";

interface Target {
  id?: number;
  name?: string;
  depth: number;
}

export default class TypeFestExactlyOne {
  /** Finds a target. */
  @tool
  take(value: RequireExactlyOne<Target, "id" | "name">): void {
    console.error(value);
  }
}
