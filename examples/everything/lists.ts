import { type Context, prompt, tool } from "@plainmcp/core";

/** What is offered at times. */
export class Lists {
  #isToolOffered = true;
  #isPromptOffered = true;

  /** Offers the tool test_sometimes, or takes it back. */
  @tool({ name: "test_trigger_tool_change" })
  changeTools({ server }: Context): string {
    this.#isToolOffered = !this.#isToolOffered;
    if (this.#isToolOffered) server.enable("test_sometimes");
    else server.disable("test_sometimes");
    return this.#isToolOffered ? "There is one tool more." : "There is one tool less.";
  }

  /** Offers the prompt test_sometimes_prompt, or takes it back. */
  @tool({ name: "test_trigger_prompt_change" })
  changePrompts({ server }: Context): string {
    this.#isPromptOffered = !this.#isPromptOffered;
    if (this.#isPromptOffered) server.enable("test_sometimes_prompt");
    else server.disable("test_sometimes_prompt");
    return this.#isPromptOffered ? "There is one prompt more." : "There is one prompt less.";
  }

  /** Is not always there. */
  @tool({ name: "test_sometimes" })
  sometimes(): string {
    return "Here I am.";
  }

  /** Is not always there. */
  @prompt({ name: "test_sometimes_prompt" })
  sometimesPrompt(): string {
    return "Say that you are there.";
  }
}
