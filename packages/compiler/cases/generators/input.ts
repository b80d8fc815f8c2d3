import { tool } from "@plainmcp/core";

export class Streams {
  /** Each yield is part of the result. */
  @tool
  *range(to: number): Generator<number> {
    yield to;
  }

  /** Later, inferred. */
  @tool
  async *lines(file: string) {
    yield { file, text: "" };
  }

  /** Delegated. */
  @tool
  *both(): Iterable<number | string> {
    yield 1;
    yield "a";
  }
}
