import { tool } from "@plainmcp/core";

type Serialised<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Serialised<T[K]> } : T;
type Element<T> = T extends readonly (infer E)[] ? E : never;
type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;

declare function search(text: string, limit?: number): void;

interface Event {
  at: Date;
  tags: string[];
  place: { lat: number };
}

export class Events {
  /** Types that are computed. */
  @tool
  add(event: Serialised<Event>, tag: Element<Event["tags"]>, args: Arguments<typeof search>): Exclude<string | number | null, null> {
    return "";
  }
}
