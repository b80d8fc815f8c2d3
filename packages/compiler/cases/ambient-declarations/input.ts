import { tool } from "@plainmcp/core";


export class Ambient {
  /** A global type that only the tsconfig knows. */
  @tool
  one(settings: Settings): void {}
}
