import { tool } from "@plainmcp/core";

type One = { id: number; name?: never } | { name: string; id?: never };

export class Find {
  /** Either, not both. */
  @tool
  one(by: One, none: Record<string, never> = {}): void {}
}
