import type { Context } from "../context.js";
import { tool } from "../decorators/tool.js";
import type { Manifest, ToolManifest } from "../manifest/manifest.js";
import { ToolError } from "../tool-error.js";
import { input, manifestOf } from "../weather.fixture.js";

const NAME = { schema: input({ name: { type: "string" } }, ["name"]) };

/** Tools that become tasks. Each test holds them with its own gate. */
export class Jobs {
  /** What `wait` waits for. */
  gate: Promise<void> = Promise.resolve();
  /** The abort reasons of the calls that were stopped. */
  readonly aborted: unknown[] = [];

  @tool
  greet(name: string): string {
    return `Hello, ${name}!`;
  }

  @tool({ task: "optional" })
  async wait(label: string, ctx: Context): Promise<string> {
    ctx.progress(1, 2);
    ctx.progress(2, 2, "Nearly there");
    await Promise.race([this.gate, this.#whenAborted(ctx.signal)]);
    return label;
  }

  @tool({ task: "required" })
  fail(): string {
    throw new ToolError("There is no such city.");
  }

  @tool({ task: "optional" })
  crash(): string {
    throw new Error("secret db host");
  }

  @tool({ task: "required" })
  async lack(ctx: Context): Promise<string> {
    const [root] = await ctx.roots();
    return String(root?.uri);
  }

  @tool({ task: "optional" })
  async confirm(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ name: string }>("Who is it?", NAME);
    return answer.action === "accept" ? `It is ${answer.content.name}.` : answer.action;
  }

  @tool({ task: "optional", timeout: 50 })
  async brief(ctx: Context): Promise<string> {
    return this.confirm(ctx);
  }

  @tool({ task: "optional" })
  async both(ctx: Context): Promise<string> {
    const ask = (key: string) => ctx.elicit<{ name: string }>("Who is it?", { ...NAME, key });
    const answers = await Promise.all([ask("first"), ask("second")]);
    return answers.map((answer) => (answer.action === "accept" ? answer.content.name : answer.action)).join(" and ");
  }

  @tool
  async askFirst(ctx: Context): Promise<string> {
    const answer = await ctx.elicit<{ name: string }>("Who is it?", { ...NAME, key: "user_name" });
    ctx.releaseConnection();
    if (answer.action !== "accept") return answer.action;
    const again = await ctx.elicit<{ name: string }>("Who else?", NAME);
    return [answer.content.name, again.action === "accept" ? again.content.name : again.action].join(" and ");
  }

  async #whenAborted(signal: AbortSignal): Promise<void> {
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    this.aborted.push((signal.reason as Error).name);
    signal.throwIfAborted();
  }
}

const string = { type: "string" };
const CONTEXT = { inject: "context" } as const;

/** The manifest of {@link Jobs}. */
export function jobsManifest(): Manifest {
  const tools: ToolManifest[] = [
    { ...named("greet"), parameters: [{ name: "name" }], inputSchema: input({ name: string }, ["name"]) },
    {
      ...{ ...named("wait"), task: "optional", parameters: [{ name: "label" }, CONTEXT] },
      inputSchema: input({ label: string }, ["label"]),
    },
    { ...named("fail"), task: "required", parameters: [] },
    { ...named("crash"), task: "optional", parameters: [] },
    { ...named("lack"), task: "required" },
    { ...named("confirm"), task: "optional" },
    { ...named("brief"), task: "optional", timeout: 50 },
    { ...named("both"), task: "optional" },
    named("askFirst"),
  ];
  return manifestOf({ class: "Jobs", file: "src/jobs.ts", tools, resources: [], prompts: [] });
}

function named(name: string): ToolManifest {
  return { method: name, name, parameters: [CONTEXT], inputSchema: input({}) };
}
