import { tool } from "@plainmcp/core";
import type { Context as Ctx } from "@plainmcp/core";

interface Context {
  mine: string;
}

interface MyContext extends Ctx {}

export class Injected {
  /** Wherever they stand. */
  @tool
  all(ctx: Ctx, a: string, signal: AbortSignal, b?: number) {}

  /** Optional ones too. */
  @tool
  optional(a: string, signal?: AbortSignal, ctx?: Ctx | null) {}

  /** Another type of the same name is an argument. */
  @tool
  other(context: Context) {}

  /** `this` is none. */
  @tool
  self(this: Injected, a: string) {}

  /** Nothing but the context. */
  @tool
  only(ctx: Ctx) {}
}
