import { tool } from "@plainmcp/core";

interface Box<T> {
  value: T;
}

interface Pair<A, B = A> {
  left: A;
  right: B;
}

type Maybe<T> = T | null;

export class Boxes {
  /** Instances in instances. */
  @tool
  open(box: Box<Box<Maybe<number>>>, pair: Pair<Box<string>, Maybe<Box<boolean>>>, same: Pair<number>): Box<Pair<string>[]> {
    return { value: [] };
  }
}
