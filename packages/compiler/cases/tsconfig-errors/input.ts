import { tool } from "@plainmcp/core";


export class Config {
  /** One. */
  @tool
  one(): void {}
}
