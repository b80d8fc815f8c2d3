import { type Context, prompt, tool } from "@plainmcp/core";

/** A tool and a prompt that come and go. */
export class Lists {
  #isToolOffered = true;
  #isPromptOffered = true;

  /** Offers the tool test_sometimes, or withdraws it. */
  @tool({ name: "test_trigger_tool_change" })
  changeTools({ server }: Context): string {
    this.#isToolOffered = !this.#isToolOffered;
    if (this.#isToolOffered) server.enable("test_sometimes");
    else server.disable("test_sometimes");
    return this.#isToolOffered ? "There is one tool more." : "There is one tool less.";
  }

  /** Offers the prompt test_sometimes_prompt, or withdraws it. */
  @tool({ name: "test_trigger_prompt_change" })
  changePrompts({ server }: Context): string {
    this.#isPromptOffered = !this.#isPromptOffered;
    if (this.#isPromptOffered) server.enable("test_sometimes_prompt");
    else server.disable("test_sometimes_prompt");
    return this.#isPromptOffered ? "There is one prompt more." : "There is one prompt less.";
  }

  /** Not always offered. */
  @tool({ name: "test_sometimes" })
  sometimes(): string {
    return "Here I am.";
  }

  /** Not always offered. */
  @prompt({ name: "test_sometimes_prompt" })
  sometimesPrompt(): string {
    return "Say that you are there.";
  }
}
