import { tool } from "@plainmcp/core";

interface Page {
  /** @integer */
  size: number | null;
  /** @integer */
  from?: number | "start";
  /** @integer @minimum 1 */
  only: number;
}

export class Pages {
  /** Turns to a page. */
  @tool
  turn(page: Page): void {}
}
