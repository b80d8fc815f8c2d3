import { tool } from "@plainmcp/core";
import type { OpenAI } from "openai";

export default class OpenaiChat {
  /** Asks the model. */
  @tool
  take(value: OpenAI.ChatCompletionCreateParamsNonStreaming): void {
    console.error(value);
  }
}
