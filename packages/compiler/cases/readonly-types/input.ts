import { tool } from "@plainmcp/core";

interface Config {
  readonly name: string;
  tags: readonly string[];
}

export class Settings {
  /** Read-only says nothing about the value. */
  @tool
  apply(config: Readonly<Config>, list: ReadonlyArray<number>, pair: readonly [number, number]): Readonly<Config>[] {
    return [];
  }
}
