import { tool } from "@plainmcp/core";

type Event = "click" | "move";

export class Events {
  /** Types that change the case of strings. */
  @tool
  on(name: `on${Capitalize<Event>}`, code: Uppercase<string>, key: Uncapitalize<string>): Lowercase<"A" | "B"> {
    return "a";
  }
}
