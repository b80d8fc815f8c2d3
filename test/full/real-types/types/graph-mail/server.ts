import type { Message } from "@microsoft/microsoft-graph-types";
import { tool } from "@plainmcp/core";

export default class GraphMail {
  /** Sends a mail. */
  @tool
  take(value: Message): void {
    console.error(value);
  }
}
