import { tool } from "@plainmcp/core";

interface Args {
  city: string;
  /** How many. */
  days?: number;
}

export class Weather {
  /**
   * By the name of the parameter that has none.
   * @param args What to look for
   * @param args.city Where @minLength 1
   */
  @tool
  dotted({ city, days = 3 }: Args): void {}

  /**
   * By the names of the properties.
   * @param city Where
   * @param days How many days @maximum 7
   */
  @tool
  plain({ city, days: count = 1 }: Args): void {}
}
