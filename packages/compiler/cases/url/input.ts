import { tool } from "@plainmcp/core";

export class Links {
  /** Follows links. */
  @tool
  follow(from: URL, through: URL[] = []): URL {
    return from;
  }
}
