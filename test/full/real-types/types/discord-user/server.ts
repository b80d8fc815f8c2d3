import { tool } from "@plainmcp/core";
import type { APIUser } from "discord-api-types/v10";

export default class DiscordUser {
  /** A user. */
  @tool
  give(): APIUser {
    throw new Error("Only compiled.");
  }
}
