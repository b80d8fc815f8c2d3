import { type Context, tool } from "@plainmcp/core";

interface Args {
  /** Where to look. */
  city: string;
  days?: number;
  unit: "C" | "F";
}

type Search = { kind: "id"; id: number } | { kind: "name"; name: string };

export class Flat {
  /**
   * The properties of a single destructured parameter are the arguments.
   * @param args.days How many days @minimum 1
   */
  @tool
  forecast({ city, days = 3, unit: u = "C" }: Args, ctx: Context) {}

  /** A default for the whole object. */
  @tool
  list({ limit = 10 }: { limit?: number } = {}) {}

  /** Texts without the name of the object. @param words To look for */
  @tool
  search({ words }: { words: string }) {}

  /** Alternatives. */
  @tool
  find({ kind }: Search) {}

  /** Any properties. */
  @tool
  store({ ...rest }: Record<string, number>) {}
}
