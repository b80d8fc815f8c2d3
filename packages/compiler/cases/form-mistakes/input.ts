import { type Context, tool } from "@plainmcp/core";

interface Wrong {
  address: { street: string };
  tree: Tree;
  numbers: number[];
  objects: { a: string }[];
  mixed: string | number;
  nick: string | null;
  choice: "a" | null;
  count: 1 | 2;
  yes: true;
  zip: `${number}`;
  /** @pattern ^[a-z]+$ */
  slug: string;
  /** @format uuid */
  id: string;
  big: bigint;
  bytes: Uint8Array;
  /** @exclusiveMinimum 0 */
  more: number;
  unknown: unknown;
  pair: ["a", "b"];
  nothing: null;
  __proto__: string;
  /** @default "a" @minLength 2 */
  short: string;
  /** @maximum 3 @default 5 */
  large: number;
  /** @default 1.5 @integer */
  whole: number;
  /** @minItems 1 @default [] */
  few: ("a" | "b")[];
  fine: string;
}

/** @minProperties 1 */
interface Some {
  a?: string;
  b?: string;
}

const FIRST: string = SECOND + "a";
const SECOND: string = FIRST + "b";

interface Tree {
  children: Tree[];
}

export class Mistakes {
  /** Fields that no form has. */
  @tool
  async fields(ctx: Context): Promise<void> {
    await ctx.elicit<Wrong>("What?");
    await ctx.elicit<Parameters<typeof JSON.parse>["length"] extends number ? { at: { x: number } } : never>("Computed?");
  }

  /** Types that are no form. */
  @tool
  async types<T extends object>(value: T, ctx: Context): Promise<void> {
    await ctx.elicit<{ a: string } | { b: string }>("A union?");
    await ctx.elicit<string[]>("A list?");
    await ctx.elicit<Record<string, string>>("A record?");
    await ctx.elicit<any>("Any?");
    await ctx.elicit<T>("A type parameter?");
    await ctx.elicit<Unheard>("Unheard of?");
    await ctx.elicit("Nothing?");
    await ctx.elicit<Error>("An error?");
    await ctx.elicit<Some>("Some?");
    await ctx.elicit<{ a: string }>(FIRST);
    await ctx.elicit<{ choices: ("a" | "b")[] }>("Fine?");
  }
}
