import { tool } from "@plainmcp/core";
import type { ConversationsHistoryResponse } from "@slack/web-api";

export default class SlackHistory {
  /** The messages of a channel. */
  @tool
  give(): ConversationsHistoryResponse {
    throw new Error("Only compiled.");
  }
}
