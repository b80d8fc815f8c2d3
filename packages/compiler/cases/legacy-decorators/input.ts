import { prompt, resource, tool } from "@plainmcp/core";

/** In the older dialect. */
export class Legacy {
  /** Adds. */
  @tool({ title: "Add" })
  add(a: number, b = 1): number {
    return a + b;
  }

  /** Bare. */
  @tool
  bare(): void {}

  /** A resource. */
  @resource("legacy://all")
  all(): string {
    return "";
  }

  /** A prompt. */
  @prompt
  ask(): string {
    return "";
  }
}
