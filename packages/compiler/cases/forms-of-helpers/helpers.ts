import type { Context } from "@plainmcp/core";

export async function confirm(path: string, ctx: Context): Promise<boolean> {
  const answer = await ctx.elicit<{ sure: boolean }>(`Delete ${path}?`);
  return answer.action === "accept" && answer.content.sure;
}

export const again = (path: string, ctx: Context) => ctx.elicit<{ sure: boolean }>(`Delete ${path}?`);

export class Asker {
  ask(ctx: Context): Promise<unknown> {
    return ctx.elicit<{ helper: string }>("Helper?");
  }
}
