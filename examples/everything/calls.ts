import { setTimeout } from "node:timers/promises";
import { type Context, resource, ToolError, tool } from "@plainmcp/core";

/** What happens between a call and its answer. */
export class Calls {
  #counting = 0;

  /** Logs three messages to the client. */
  @tool({ name: "test_tool_with_logging" })
  async logging({ log, signal }: Context): Promise<string> {
    log.info("Tool execution started");
    await setTimeout(50, undefined, { signal });
    log.info("Tool processing data");
    await setTimeout(50, undefined, { signal });
    log.info("Tool execution completed");
    return "Three messages were logged.";
  }

  /** Logs one message, for clients that asked for log messages. */
  @tool({ name: "test_logging_tool" })
  logOnce(ctx: Context): string {
    ctx.log.info("Logged once");
    return "One message was logged.";
  }

  /** Reports progress three times. */
  @tool({ name: "test_tool_with_progress" })
  async progress(ctx: Context): Promise<string> {
    for (const percent of [0, 50, 100]) {
      ctx.progress(percent, 100, `Completed step ${percent} of 100`);
      await setTimeout(50, undefined, { signal: ctx.signal });
    }
    return "Progress was reported.";
  }

  /**
   * Counts, until the client cancels it.
   * @param to Last number @minimum 1 @maximum 100000
   */
  @tool({ name: "count", annotations: { readOnlyHint: true } })
  async count(to: number, ctx: Context): Promise<number> {
    this.#counting++;
    try {
      for (let done = 1; done <= to; done++) {
        await setTimeout(20, undefined, { signal: ctx.signal });
        ctx.progress(done, to);
      }
    } finally {
      this.#counting--;
    }
    return to;
  }

  /** How many calls of count are running. */
  @resource("test://counting", { name: "counting" })
  counting(): string {
    return String(this.#counting);
  }

  /** Fails, with a message for the model. */
  @tool({ name: "test_error_handling" })
  fail(): never {
    throw new ToolError("This tool intentionally returns an error for testing");
  }

  /** Releases the connection while it works. The client comes back for the answer. */
  @tool({ name: "test_reconnection" })
  async reconnection(ctx: Context): Promise<string> {
    ctx.releaseConnection(100);
    await setTimeout(200, undefined, { signal: ctx.signal });
    return "Reconnection was tested.";
  }

  /** Needs a client with a model. */
  @tool({ name: "test_missing_capability", requires: ["sampling"] })
  async needsSampling(ctx: Context): Promise<string> {
    return (await ctx.sample({ messages: "Say hello.", maxTokens: 10 })).text;
  }
}
