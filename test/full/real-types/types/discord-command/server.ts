import { tool } from "@plainmcp/core";
import type { RESTPostAPIApplicationCommandsJSONBody } from "discord-api-types/v10";

export default class DiscordCommand {
  /** Registers a command. */
  @tool
  take(value: RESTPostAPIApplicationCommandsJSONBody): void {
    console.error(value);
  }
}
