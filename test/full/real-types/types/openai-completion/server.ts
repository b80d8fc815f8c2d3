import { tool } from "@plainmcp/core";
import type { OpenAI } from "openai";

export default class OpenaiCompletion {
  /** The model's answer. */
  @tool
  give(): OpenAI.ChatCompletion {
    throw new Error("Only compiled.");
  }
}
