import { type ContentBlock, type ToolResult, prompt, resource, tool } from "@plainmcp/core";

interface Report {
  rows: number;
}

type Job<R> = AsyncGenerator<number, R>;

export class Jobs {
  /** Progress, then the report. */
  @tool
  async *run(): AsyncGenerator<{ progress: number; total: number; message: string }, Report> {
    yield { progress: 1, total: 2, message: "half" };
    return { rows: 1 };
  }

  /** Inferred, and it may end early. */
  @tool
  async *early(stop: boolean) {
    yield "Starting";
    if (stop) return;
    return { rows: 1 } as Report;
  }

  /** Behind an alias, a text. */
  @tool
  async *alias(): Job<string> {
    yield 1;
    return "done";
  }

  /** Not by its own stars. */
  @tool
  async later(): Promise<Generator<string, Promise<Report>>> {
    return null!;
  }

  /** The result is content. */
  @tool
  async *content(): AsyncGenerator<number, ToolResult> {
    return { content: [] };
  }

  /** The result is one of several values. @returns How it went */
  @tool
  *literal(): Generator<undefined, "good" | "bad" | null> {
    return "good";
  }

  /** No result: the list of numbers. */
  @tool
  *list(): Generator<number, void> {
    yield 1;
  }

  /** No result either: what comes back may be anything. */
  @tool
  *any(): Generator<number> {
    yield 1;
  }

  /** Nor this. */
  @tool
  *unknown(): Generator<string, unknown> {
    yield "a";
    return 1;
  }

  /** Nor this, which never ends by itself. */
  @tool
  async *endless(): AsyncGenerator<number, never> {
    for (;;) yield 1;
  }

  /** A list of content. */
  @tool
  async *blocks(): AsyncGenerator<ContentBlock> {}

  /** The schema by hand is that of the result. */
  @tool({ outputSchema: { type: "object" } })
  async *given(): AsyncGenerator<number, object> {
    return {};
  }

  /** A resource may take its time too. */
  @resource("jobs://last")
  async *last(): AsyncGenerator<number, Report> {
    return { rows: 1 };
  }

  /** And so may a prompt. */
  @prompt
  async *ask(): AsyncGenerator<number, string> {
    return "What is next?";
  }
}
