import { type Context, type Page, resource, type ToolResult, tool } from "@plainmcp/core";

interface Hit {
  uri: string;
}

interface Hits extends Page<Hit> {
  total: number;
}

type Many<T> = Promise<Page<T> & { total: number }>;

export class FirstPages {
  /** No parameter at all. */
  @tool
  async none(ctx: Context): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** Only others. */
  @tool
  async others(text: string, ctx: Context, limit = 20, order?: "newest" | "oldest", since?: Date): Promise<Hits> {
    return { ...(await ctx.page<Hit>([])), total: 0 };
  }

  /** The same in one object. */
  @tool
  async flat({ text, tags }: { text: string; tags?: string[] }): Many<Hit> {
    return null!;
  }

  /** With content. */
  @tool
  content(): ToolResult<Page<Hit>> {
    return { content: [] };
  }

  /** A resource. */
  @resource("hits://all")
  async all(ctx: Context): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** A template without it. */
  @resource("hits://of/{user}")
  async of(user: string, ctx: Context): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }
}

export class AllPages {
  /** By another name. */
  @tool
  async after(ctx: Context, after?: string): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** It may be null. */
  @tool
  async nullable(from: string | null, ctx: Context): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** It is always there. */
  @tool
  async always(cursor: string, ctx: Context): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** Inside an object. */
  @tool
  async inside(query: { text: string; cursor?: string }, ctx: Context): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** Anything. */
  @tool
  async anything({ ...rest }: Record<string, string>): Promise<Page<Hit>> {
    return { items: [] };
  }

  /** By hand. */
  @tool({ inputSchema: { type: "object", properties: { at: {} } } })
  async given(ctx: Context, at?: unknown): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }

  /** A resource. */
  @resource("hits://{user}{?cursor}")
  async user(user: string, ctx: Context, cursor?: string): Promise<Page<Hit>> {
    return ctx.page<Hit>([]);
  }
}
