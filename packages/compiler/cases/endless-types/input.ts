import { tool } from "@plainmcp/core";


interface Endless<T> {
  value: T;
  next?: Endless<T[]>;
  other?: Endless<[T]>;
}

export class Generic {
  /** Grows for ever. */
  @tool
  endless(start: Endless<string>): void {}

  /** Deep, but it ends. */
  @tool
  deep(box: Box<Box<Box<Box<string>>>>): void {}
}

interface Box<T> {
  value: T;
}
