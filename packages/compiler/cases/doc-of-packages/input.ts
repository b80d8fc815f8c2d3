import { type Context, tool } from "@plainmcp/core";
import type { Flags, LiteralUnion, PartialDeep, Settings } from "helpers";
import type { Job, Page, State } from "jobs";

interface Task {
  /** The id. It is a number, and this is the second sentence. */
  id: number;
  inner: { a: string };
}

/** What the user wants. Said in two sentences. */
type Wish = PartialDeep<Task>;

/** Mine. @minimum 1 */
type Level = number;

interface Mine extends Job {
  /** Mine as well. Twice. @minimum 2 */
  level: Level;
}

export class Jobs {
  /** Comments of types that only help say nothing about the value. */
  @tool
  patch(task: PartialDeep<Task>, wish: Wish, colour: LiteralUnion<"red" | "blue", string>): void {}

  /** Comments of a package are cut to their first sentence, and constrain only where they cannot be prose. */
  @tool
  create(job: Job, state: State): void {}

  /** Comments for the authors of a package are left out. */
  @tool
  configure(settings: Settings, flags: Flags): void {}

  /** What the user puts into a type of a package is the user's. */
  @tool
  mine(mine: Mine, page: Page<Mine>, picked: Pick<Mine, "level" | "retries">): void {}

  /** Nothing in a package's comment can make a result an error. */
  @tool
  list(): Page<Job> {
    return { items: [] };
  }

  /** Nor a form. */
  @tool
  async ask(ctx: Context): Promise<void> {
    await ctx.elicit<Pick<Job, "retries" | "code" | "slow">>("Which one?");
  }
}
