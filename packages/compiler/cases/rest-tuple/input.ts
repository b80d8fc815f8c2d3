import { tool } from "@plainmcp/core";

export class Commands {
  /** The first is special, the rest is alike. */
  @tool
  run(command: [name: string, ...args: number[]], end: [...string[], boolean]): [string, ...number[]] {
    return [""];
  }

  /** Something in the middle. */
  @tool
  middle(list: [string, ...number[], boolean]): void {}
}
