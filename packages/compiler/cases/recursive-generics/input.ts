import { tool } from "@plainmcp/core";

interface Tree<T> {
  value: T;
  children: Tree<T>[];
}

type Nested<T> = T | Nested<T>[];
type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

export class Trees {
  /** Generic types that contain themselves. */
  @tool
  graft(tree: Tree<{ id: number }>, list: Nested<string>, patch: DeepPartial<Tree<number>>): Tree<string | null> {
    return null!;
  }
}
