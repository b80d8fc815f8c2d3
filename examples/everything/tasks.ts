import { setTimeout } from "node:timers/promises";
import { type Context, ToolError, tool } from "@plainmcp/core";

/** Work that takes long: the client comes back for the result. */
export class Tasks {
  /** Greets at once. @param name Whom */
  @tool({ name: "greet" })
  greet(name: string): string {
    return `Hello, ${name}!`;
  }

  /**
   * Computes for some seconds.
   * @param seconds How long @minimum 0 @maximum 3600
   * @param label What to call it
   */
  @tool({ name: "slow_compute", task: "optional" })
  async slowCompute(seconds: number, label = "", signal: AbortSignal): Promise<string> {
    await setTimeout(seconds * 1000, undefined, { signal });
    return `${label} took ${seconds} s.`;
  }

  /** Fails, with a message for the model. */
  @tool({ name: "failing_job", task: "required" })
  async failing(): Promise<string> {
    await setTimeout(50);
    throw new ToolError("The job failed.");
  }

  /** Fails because of a bug. */
  @tool({ name: "protocol_error_job", task: "required" })
  async broken(): Promise<string> {
    await setTimeout(50);
    throw new Error("The job met a bug.");
  }

  /** Deletes a file, after asking. @param filename Which */
  @tool({ name: "confirm_delete", task: "optional" })
  async confirmDelete(filename: string, ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ confirm: boolean }>(`Delete ${filename}?`);
    return answer.action === "accept" && answer.content.confirm ? `Deleted ${filename}.` : `Kept ${filename}.`;
  }

  /** Asks two questions at once. */
  @tool({ name: "multi_input", task: "optional" })
  async multiInput(ctx: Context): Promise<string> {
    const answers = await Promise.all([
      ctx.elicit<{ name: string }>("What is your first name?"),
      ctx.elicit<{ name: string }>("What is your last name?"),
    ]);
    return answers.map((answer) => (answer.action === "accept" ? answer.content.name : "?")).join(" ");
  }

  /** Asks for a name first, and then continues as a task if the client knows tasks. */
  @tool({ name: "test_tool_with_task" })
  async greetLater(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ name: string }>("Whom shall I greet?", { key: "user_name" });
    ctx.releaseConnection();
    await setTimeout(50, undefined, { signal: ctx.signal });
    return answer.action === "accept" ? `Hello, ${answer.content.name}!` : "Hello, whoever you are!";
  }
}
