import type { InlineKeyboardMarkup } from "@grammyjs/types";
import { tool } from "@plainmcp/core";

export default class TelegramKeyboard {
  /** Shows buttons. */
  @tool
  take(value: InlineKeyboardMarkup): void {
    console.error(value);
  }
}
