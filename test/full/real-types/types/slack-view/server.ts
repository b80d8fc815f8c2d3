import { tool } from "@plainmcp/core";
import type { View } from "@slack/types";

export default class SlackView {
  /** Opens a view. */
  @tool
  take(value: View): void {
    console.error(value);
  }
}
