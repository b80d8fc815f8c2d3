import { type Context, tool } from "@plainmcp/core";

interface Stay {
  /** @minimum 1 */
  nights: number;
}

/** Books rooms. */
export class Rooms {
  /** Books a room. @param name Who stays */
  @tool
  async book(name: string, ctx: Context): Promise<string> {
    const stay = await ctx.elicit<Stay>(`How long does ${name} stay?`);
    return stay.action === "accept" ? `${name}: ${stay.content.nights} nights` : "Nothing was booked.";
  }
}
