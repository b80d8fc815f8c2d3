import { type Context, prompt, resource, tool } from "@plainmcp/core";
import { Asker, confirm } from "./helpers.js";
import { Base } from "./base.js";
import { Mixed } from "./mixed.js";

export class First extends Base {
  /** Asks through a function. */
  @tool
  async remove(path: string, ctx: Context): Promise<void> {
    await confirm(path, ctx);
  }

  /** A prompt asks. */
  @prompt
  async packing(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ city: string }>("Where to?");
    return answer.action;
  }

  override async inherited(ctx: Context): Promise<void> {
    await ctx.elicit<{ own: string }>("Overridden?");
  }
}

export class Second {
  /** A resource asks. */
  @resource("notes://all")
  async notes(ctx: Context): Promise<string> {
    await new Asker().ask(ctx);
    await ctx.elicit<{ second: string }>("Second?");
    return "";
  }
}

export class Third extends Mixed(Object) {
  field = (ctx: Context) => ctx.elicit<{ field: string }>("Field?");
}

async function local(ctx: Context): Promise<void> {
  await ctx.elicit<{ local: string }>("Local?");
}

void local;
