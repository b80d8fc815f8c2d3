import { type Context, type ElicitOptions, type ElicitResult, tool } from "@plainmcp/core";

/** How urgent it is. */
enum Urgency {
  /** Within the hour. */
  High = "high",
  /** This week. */
  Low = "low",
}

type Colour = "red" | "green" | "blue";

/** What a person is asked. */
interface Person {
  /**
   * Given and family name.
   * @title Full name
   * @minLength 2
   * @maxLength 80
   * @default "John Doe"
   */
  name: string;
  /** @format email */
  email?: string;
  /**
   * In years.
   * @integer
   * @minimum 0
   * @maximum 150
   * @default 30
   */
  age: number;
  /** @default 95.5 */
  score?: number;
  /** @default true */
  subscribed: boolean;
  /** When to begin. */
  start: Date;
  /** @format date */
  birthday?: string;
  homepage?: URL;
  /** @default "green" */
  colour: Colour;
  only?: "one";
  urgency: Urgency;
  /** A size, with a word for each. */
  size:
    | /** Small: fits a letter box. */ "s"
    | /** Large. */ "l"
    | "xl";
  /**
   * Favourites.
   * @minItems 1
   * @maxItems 2
   * @default ["red"]
   */
  colours: Colour[];
  urgencies?: readonly Urgency[];
  tags?: Set<"a" | "b">;
  secret?: never;
}

const RETRY = "again";

const TEXTS = { sure: "Sure?" };

export class Forms {
  /** Every kind of field. */
  @tool
  async every(ctx: Context): Promise<void> {
    await ctx.elicit<Person>("Who are you?");
  }

  /** What the text of a question may be. */
  @tool
  async texts(path: string, count: number, ctx: Context): Promise<void> {
    await ctx.elicit<{ reason: string }>(`Why delete ${path}?`);
    await ctx.elicit<{ reason?: string }>("Why " + count + "?");
    await ctx.elicit<{ again: boolean }>(`${path}${count} ${RETRY}?`);
    const text = `Rename ${path}`;
    await ctx.elicit<{ to: string }>(text);
    await ctx.elicit<{ any: string }>(path);
    await ctx.elicit<{}>("Go on?");
  }

  /** What a text reads that does not stay as it is. */
  @tool
  async rounds(ctx: Context): Promise<void> {
    const state = { round: 1 };
    const chosen: string[] = [];
    const last = { of: { all: 9 } } as const;
    for (; state.round < last.of.all; state.round++) {
      const next = state.round + 1;
      const answer = await ctx.elicit<{ choice: string }>(`Round ${state.round} of ${last.of.all}?`);
      if (answer.action === "accept") chosen.push(answer.content.choice);
      await ctx.elicit<{ more: boolean }>(`Begin round ${next} with ${chosen.length} chosen?`);
    }
    await ctx.elicit<{ sure: boolean }>(TEXTS.sure);
  }

  /** Keys, and forms given by hand. */
  @tool
  async options(path: string, ctx: Context): Promise<void> {
    await ctx.elicit<{ name: string }>(path, { key: "name" });
    const options = { key: `key-${RETRY}` } as const;
    await ctx.elicit<{ age: number }>(path, options);
    await ctx.elicit<{ any: string }>(path, { key: path });
    const others: ElicitOptions = { key: path };
    await ctx.elicit<{ other: string }>("Another key?", { key: "one", ...others });
    await ctx.elicit<{ list: object[] }>("By hand", { schema: { type: "object", properties: {} } });
    await this.askWith({ key: path }, ctx);
  }

  private askWith(options: ElicitOptions, ctx: Context): Promise<unknown> {
    return ctx.elicit<{ perhaps: string }>("By hand, or not?", options);
  }

  /** The ways a call may be written. */
  @tool
  async calls(ctx: Context): Promise<void> {
    const { elicit: ask } = ctx;
    await ask<{ one: string }>("Destructured?");
    await ctx["elicit"]<{ two: string }>("By name?");
    const answer: ElicitResult<{ three: string }> = await ctx.elicit("Inferred?");
    for (const name of ["a", "b"]) [1].map(() => ctx.elicit<{ four: string }>(`Inside ${name}?`));
    const other = { elicit: (text: string) => text };
    other.elicit("None of ours?");
    void answer;
  }
}
