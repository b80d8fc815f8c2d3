import { tool } from "@plainmcp/core";
import type { Missing } from "./nowhere.js";
import type { Other } from "no-such-package";

export class Loader {
  /** Types that are not there. */
  @tool
  load(one: Missing, many: Other[], nested: { deep: Missing }): Promise<Other> {
    return null!;
  }
}
