import { tool } from "@plainmcp/core";
import settings from "./settings.json" with { type: "json" };

export class Lists {
  /** Has found nothing yet. */
  @tool
  found() {
    return { hits: [], next: null };
  }

  /** Says what is set. */
  @tool
  settings(): typeof settings {
    return settings;
  }

  /** Takes nothing in a list. */
  @tool
  none(list: never[], like: ArrayLike<string>): void {}
}
