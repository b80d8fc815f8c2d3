import { tool } from "@plainmcp/core";


export class Iterables {
  /** What a generator returns is the result. */
  @tool
  *count(to: number): Generator<number, string> {
    return "done";
  }

  /** Asynchronously. */
  @tool
  async *rows(): AsyncGenerator<{ id: number }> {}

  /** Interfaces. */
  @tool
  words(): Iterable<"b" | "a"> {
    return [];
  }

  /** Inside a promise. */
  @tool
  async lines(): Promise<AsyncIterable<string>> {
    return null!;
  }

  /** Inside another value, where it must be there at once. */
  @tool
  nested(): { values: Iterable<number> } {
    return { values: [] };
  }

  /** An array is what a client sends. */
  @tool
  sum(values: Iterable<number>): void {}
}
