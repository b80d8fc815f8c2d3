import { type Context, tool } from "@plainmcp/core";

export class Jobs {
  /** One destructured parameter beside what is injected. */
  @tool
  run({ name, times = 1 }: { name: string; times?: number }, ctx: Context, signal?: AbortSignal): string {
    return name;
  }
}
