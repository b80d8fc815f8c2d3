import { tool } from "@plainmcp/core";
import type { APIEmbed } from "discord-api-types/v10";

export default class DiscordEmbed {
  /** Posts an embed. */
  @tool
  take(value: APIEmbed): void {
    console.error(value);
  }
}
