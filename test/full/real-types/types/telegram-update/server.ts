import type { Update } from "@grammyjs/types";
import { tool } from "@plainmcp/core";

export default class TelegramUpdate {
  /** What happened in a chat. */
  @tool
  give(): Update {
    throw new Error("Only compiled.");
  }
}
