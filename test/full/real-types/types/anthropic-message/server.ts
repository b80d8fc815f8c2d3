import type Anthropic from "@anthropic-ai/sdk";
import { tool } from "@plainmcp/core";

export default class AnthropicMessage {
  /** The model's answer. */
  @tool
  give(): Anthropic.Message {
    throw new Error("Only compiled.");
  }
}
