import { type Context, type Page, resource, tool } from "@plainmcp/core";

interface Hit {
  /** Where it is */
  uri: string;
}

/** Hits, and how many there are in all. */
interface Hits extends Page<Hit> {
  total: number;
}

export class Pages {
  /** A page. @param cursor Where to begin */
  @tool
  async search(text: string, ctx: Context, cursor?: string): Promise<Page<Hit>> {
    const from = (await ctx.readCursor<number>(cursor)) ?? 0;
    return ctx.page([{ uri: `hit://${text}/${from}` }], from + 1);
  }

  /** A page with more. */
  @tool
  async more(ctx: Context, cursor?: string): Promise<Hits> {
    return { ...(await ctx.page<Hit>([])), total: 0 };
  }

  /** A page as a resource. */
  @resource("hits://all{?cursor}")
  async hits(ctx: Context, cursor?: string): Promise<Page<Hit>> {
    await ctx.readCursor(cursor);
    return ctx.page<Hit>([]);
  }
}
