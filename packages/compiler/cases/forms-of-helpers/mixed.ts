import { type Context, tool } from "@plainmcp/core";

type Constructor = new (...args: any[]) => object;

export function Mixed<Base extends Constructor>(base: Base) {
  return class extends base {
    /** Asks in a mixin. */
    @tool
    async mixed(ctx: Context): Promise<void> {
      await ctx.elicit<{ mixed: string }>("Mixed?");
    }
  };
}
