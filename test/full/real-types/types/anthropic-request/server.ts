import type Anthropic from "@anthropic-ai/sdk";
import { tool } from "@plainmcp/core";

export default class AnthropicRequest {
  /** Asks the model. */
  @tool
  take(value: Anthropic.MessageCreateParamsNonStreaming): void {
    console.error(value);
  }
}
