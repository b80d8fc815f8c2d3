import { type Context, type ElicitResult, tool } from "@plainmcp/core";

/** Questions to the person, to the client's model and to the client itself, while a tool runs. */
export class Asking {
  /** Asks the client's model. @param prompt The question */
  @tool({ name: "test_sampling" })
  async sampling(prompt: string, ctx: Context): Promise<string> {
    const { text } = await ctx.sample({ messages: prompt, maxTokens: 100 });
    return `LLM response: ${text}`;
  }

  /** Asks the person for a name and an address. @param message Text of the question */
  @tool({ name: "test_elicitation" })
  async elicitation(message: string, ctx: Context): Promise<string> {
    return told(await ctx.elicit<{ username: string; email: string }>(message));
  }

  /** Asks with a form that has defaults. */
  @tool({ name: "test_elicitation_sep1034_defaults" })
  async defaults(ctx: Context): Promise<string> {
    return told(await ctx.elicit<Profile>("Please check your profile"));
  }

  /** Asks for choices of every kind. */
  @tool({ name: "test_elicitation_sep1330_enums" })
  async enums(ctx: Context): Promise<string> {
    return told(await ctx.elicit<object>("Please choose", { schema: CHOICES }));
  }

  /** Asks over a stream, which carries only answers and notifications. */
  @tool({ name: "test_streaming_elicitation" })
  async streaming(ctx: Context): Promise<string> {
    return told(await ctx.elicit<{ name: string }>("Who is there?"));
  }

  /** Asks for a name. */
  @tool({ name: "test_input_required_result_elicitation" })
  async name(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ name: string }>("What is your name?", { key: "user_name" });
    return answer.action === "accept" ? `Hello, ${answer.content.name}!` : "Hello, whoever you are!";
  }

  /** Asks the client's model a fixed question. */
  @tool({ name: "test_input_required_result_sampling" })
  async capital(ctx: Context): Promise<string> {
    return (await ctx.sample({ messages: "What is the capital of France?", maxTokens: 100 })).text;
  }

  /** Asks for the folders that the client works in. */
  @tool({ name: "test_input_required_result_list_roots" })
  async folders(ctx: Context): Promise<string> {
    const roots = await ctx.roots();
    return `The client works in ${roots.map(({ uri }) => uri).join(", ")}.`;
  }

  /** Asks for a confirmation, after an effect that happens only once. */
  @tool({ name: "test_input_required_result_request_state" })
  async state(ctx: Context): Promise<string> {
    const started = await ctx.once("started", () => new Date().toISOString());
    const answer = await ctx.elicit<{ ok: boolean }>("Please confirm");
    return answer.action === "accept" ? `state-ok since ${started}` : "Not confirmed.";
  }

  /** Asks the person, the model and the client at the same time. */
  @tool({ name: "test_input_required_result_multiple_inputs" })
  async several(ctx: Context): Promise<string> {
    const [answer, { text }, roots] = await Promise.all([
      ctx.elicit<{ name: string }>("What is your name?"),
      ctx.sample({ messages: "Write a greeting.", maxTokens: 50 }),
      ctx.roots(),
    ]);
    return `${text} ${told(answer)} ${roots.length} roots.`;
  }

  /** Asks one question after the other. */
  @tool({ name: "test_input_required_result_multi_round" })
  async rounds(ctx: Context): Promise<string> {
    const first = await ctx.elicit<{ name: string }>("Step 1: What is your name?");
    if (first.action !== "accept") return "No name.";
    const second = await ctx.elicit<{ color: string }>("Step 2: What is your favorite color?");
    if (second.action !== "accept") return `${first.content.name} has no favorite color.`;
    return `${first.content.name} likes ${second.content.color}.`;
  }

  /** Asks for a confirmation that a client cannot forge. */
  @tool({ name: "test_input_required_result_tampered_state" })
  async confirm(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ ok: boolean }>("Please confirm");
    return answer.action === "accept" && answer.content.ok ? "Confirmed." : "Not confirmed.";
  }

  /** Asks the model or the person, whichever the client supports. */
  @tool({ name: "test_input_required_result_capabilities" })
  async whoeverCan(ctx: Context): Promise<string> {
    const { sampling, elicitation } = ctx.client.capabilities;
    if (sampling) return (await ctx.sample({ messages: "Write a greeting.", maxTokens: 50 })).text;
    if (elicitation) return told(await ctx.elicit<{ greeting: string }>("Please write a greeting"));
    return "Nobody can be asked.";
  }
}

interface Profile {
  /** @default "John Doe" */
  name: string;
  /** @integer @default 30 */
  age: number;
  /** @default 95.5 */
  score: number;
  /** @default "active" */
  status: "active" | "inactive" | "pending";
  /** @default true */
  verified: boolean;
}

/**
 * Written by hand, because no type can express `enumNames`, the older way to give choices titles. Doc comments on the members
 * of a union or an enum would give `oneOf` and `anyOf`.
 */
const CHOICES = {
  type: "object",
  properties: {
    untitledSingle: { type: "string", enum: ["option1", "option2", "option3"] },
    titledSingle: {
      type: "string",
      oneOf: [
        { const: "value1", title: "First Option" },
        { const: "value2", title: "Second Option" },
        { const: "value3", title: "Third Option" },
      ],
    },
    legacyEnum: {
      type: "string",
      enum: ["opt1", "opt2", "opt3"],
      enumNames: ["Option One", "Option Two", "Option Three"],
    },
    untitledMulti: { type: "array", items: { type: "string", enum: ["option1", "option2", "option3"] } },
    titledMulti: {
      type: "array",
      items: {
        anyOf: [
          { const: "value1", title: "First Choice" },
          { const: "value2", title: "Second Choice" },
          { const: "value3", title: "Third Choice" },
        ],
      },
    },
  },
};

function told(result: ElicitResult<object>): string {
  const content = result.action === "accept" ? result.content : {};
  return `User response: action=${result.action}, content=${JSON.stringify(content)}`;
}
