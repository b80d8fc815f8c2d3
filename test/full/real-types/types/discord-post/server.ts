import { tool } from "@plainmcp/core";
import type { RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";

export default class DiscordPost {
  /** Posts a message. */
  @tool
  take(value: RESTPostAPIChannelMessageJSONBody): void {
    console.error(value);
  }
}
