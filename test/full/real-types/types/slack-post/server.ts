import { tool } from "@plainmcp/core";
import type { ChatPostMessageArguments } from "@slack/web-api";

export default class SlackPost {
  /** Posts a message. */
  @tool
  take(value: ChatPostMessageArguments): void {
    console.error(value);
  }
}
