import { type Context, tool } from "@plainmcp/core";

export abstract class Base {
  /** Asks in the base. */
  @tool
  async inherited(ctx: Context): Promise<void> {
    await ctx.elicit<{ base: string }>("Base?");
  }
}

export class Unrelated {
  /** Not part of any other class. */
  @tool
  async unrelated(ctx: Context): Promise<void> {
    await ctx.elicit<{ unrelated: string }>("Unrelated?");
  }
}
