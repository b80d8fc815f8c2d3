import { type Context, tool } from "@plainmcp/core";

export class Alike {
  /** Questions that nothing tells apart. */
  @tool
  async ask(path: string, ctx: Context): Promise<void> {
    await ctx.elicit<{ a: string }>("Sure?");
    await ctx.elicit<{ a: string }>("Sure?");
    await ctx.elicit<{ b: string }>("Sure?");
    await ctx.elicit<{ b: string }>("Sure?", { key: "b" });
    await ctx.elicit<{ c: string }>("Really?", { key: "b" });
    await ctx.elicit<{ d: string }>(`Delete ${path}?`);
    await ctx.elicit<{ e: string }>(`Delete ${path + path}?`);
  }
}
