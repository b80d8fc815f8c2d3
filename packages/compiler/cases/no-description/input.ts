import { prompt, resource, tool } from "@plainmcp/core";

export class Silent {
  @tool
  one(): void {}

  /** @param a But nothing of the method */
  @tool
  two(a: string): void {}

  @resource("silent://three")
  three(): string {
    return "";
  }

  @prompt
  four(): string {
    return "";
  }
}
