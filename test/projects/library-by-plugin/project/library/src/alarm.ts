import { type Context, tool } from "@plainmcp/core";

/** An alarm clock. */
export class Alarm {
  /** Sets the alarm. @param hour Hour of the day */
  @tool
  async wake(hour: number, ctx: Context): Promise<string> {
    const tune = await ctx.elicit<{ tune: "bell" | "birds" }>("Which tune?");
    return tune.action === "accept" ? `${tune.content.tune} at ${hour}` : "no alarm";
  }
}
