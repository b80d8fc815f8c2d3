import { prompt, ToolError, tool } from "@plainmcp/core";
import { Failing } from "./base.js";

class OwnError extends Error {}

export class Notes extends Failing {
  /** The first of several throws has the hint. */
  @tool
  read(id: number): string {
    if (id < 0) throw new RangeError(`There is no note ${id}.`);
    if (id > 9) {
      for (;;) throw new Error("Too many.");
    }
    return "";
  }

  /** What leaves a catch or a finally reaches the client. */
  @tool
  async write(text: string): Promise<void> {
    try {
      if (text === "") throw new Error("Caught right here.");
    } catch (cause) {
      throw new Error("Cannot write.", { cause });
    }
  }

  /** A try without a catch lets the error pass. */
  @tool
  *list(): Generator<string> {
    try {
      yield "a";
      throw (new globalThis.TypeError("b"));
    } finally {
      this.close();
    }
  }

  /** A message comes second. */
  @tool
  all(): void {
    throw new AggregateError([], "All failed.");
  }

  /** Not one of these has a hint. */
  @tool
  quiet(id: number): string {
    const later = () => {
      throw new Error("A function of its own.");
    };
    class Inner {
      static {
        throw new Error("A class of its own.");
      }
    }
    try {
      throw new Error("Caught.");
    } catch {
      later();
    }
    if (id === 1) throw new ToolError("For the model.");
    if (id === 2) throw new OwnError("Has a meaning of its own.");
    if (id === 3) throw new Error();
    if (id === 4) throw new AggregateError([]);
    throw Inner;
  }

  /** Overridden, so that what the base throws never runs. */
  override replaced(): void {}

  /** A prompt has no model that could correct itself. */
  @prompt
  ask(): string {
    throw new Error("No.");
  }

  /** Not offered to clients. */
  close(): void {
    throw new Error("No.");
  }
}

export class Other extends Failing {}
