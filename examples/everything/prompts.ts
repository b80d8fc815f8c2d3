import { type Context, type PromptMessage, prompt } from "@plainmcp/core";
import { RED_PIXEL } from "./media.js";

const WORDS = ["paris", "park", "party", "test", "testing"];

/** Prompts for a person to pick. */
export class Prompts {
  /** A text. */
  @prompt({ name: "test_simple_prompt" })
  simple(): string {
    return "This is a simple prompt for testing.";
  }

  /**
   * A text with two arguments.
   * @param arg1 First test argument
   * @param arg2 Second test argument
   */
  @prompt({ name: "test_prompt_with_arguments", complete: { arg1: "wordsLike", arg2: "wordsLike" } })
  withArguments(arg1: string, arg2: string): string {
    return `Prompt with arguments: arg1='${arg1}', arg2='${arg2}'`;
  }

  wordsLike(value: string): string[] {
    return WORDS.filter((word) => word.startsWith(value));
  }

  /** A resource, and a request to process it. @param resourceUri URI of the resource to embed */
  @prompt({ name: "test_prompt_with_embedded_resource" })
  withResource(resourceUri: string): PromptMessage[] {
    return [
      {
        role: "user",
        content: {
          type: "resource",
          resource: { uri: resourceUri, mimeType: "text/plain", text: "Embedded resource content for testing." },
        },
      },
      { role: "user", content: "Please process the embedded resource above." },
    ];
  }

  /** An image, and a request to analyze it. */
  @prompt({ name: "test_prompt_with_image" })
  withImage(): (Uint8Array | string)[] {
    return [RED_PIXEL, "Please analyze the image above."];
  }

  /** A text that depends on an answer of the person. */
  @prompt({ name: "test_input_required_result_prompt" })
  async asking(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ context: string }>("What context should the prompt use?", {
      key: "user_context",
    });
    return answer.action === "accept" ? `Answer in this context: ${answer.content.context}` : "Answer without context.";
  }
}
