import { tool } from "@plainmcp/core";
import type { KnownBlock } from "@slack/types";

export default class SlackBlocks {
  /** Posts blocks. */
  @tool
  take(value: KnownBlock[]): void {
    console.error(value);
  }
}
