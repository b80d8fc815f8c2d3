import { prompt, tool } from "@plainmcp/core";

export abstract class Entities<T> {
  /** What they are called. */
  @tool
  kind(): string {
    return "thing";
  }

  abstract size(): number;

  /**
   * Finds one.
   * @param id Its number
   */
  @tool({ annotations: { readOnlyHint: true } })
  async find(id: number): Promise<T | null> {
    return null;
  }

  /** Saves one. */
  @tool
  save(one: T, options?: { also?: T[] }): T {
    return one;
  }

  /** Gives it another name. @param to The new name */
  @tool
  rename(id: number, to: string): void {}

  /** Asks for one. */
  @prompt
  ask(): string {
    return "";
  }

  hidden(): void {}
}
