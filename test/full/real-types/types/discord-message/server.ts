import { tool } from "@plainmcp/core";
import type { APIMessage } from "discord-api-types/v10";

export default class DiscordMessage {
  /** A message. */
  @tool
  give(): APIMessage {
    throw new Error("Only compiled.");
  }
}
