import { tool } from "@plainmcp/core";
import type { OpenAI } from "openai";

export default class OpenaiResponse {
  /** Asks the model. */
  @tool
  take(value: OpenAI.Responses.ResponseCreateParamsNonStreaming): void {
    console.error(value);
  }
}
