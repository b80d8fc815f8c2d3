import { prompt } from "@plainmcp/core";

export class Mistakes {
  /** Types that no text stands for. */
  @prompt
  types(when: Date, all: string[], maybe: string | null, ...rest: string[]): string {
    return "";
  }

  /** Arguments without fixed names. */
  @prompt
  alternatives({ kind }: { kind: "a"; a: string } | { kind: "b"; b: string }): string {
    return kind;
  }
}
