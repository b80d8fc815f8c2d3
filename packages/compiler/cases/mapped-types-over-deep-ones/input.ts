import { tool } from "@plainmcp/core";

type Frozen<T> = { readonly [K in keyof T]: T[K] extends object ? Frozen<T[K]> : T[K] };

type Patch<T> = T extends readonly (infer E)[] ? Patch<E>[] : T extends object ? { [K in keyof T]?: Patch<T[K]> } : T;

interface Config {
  a: { b: { c: { d: { e: { f: { g: { h: { i: { j: { k: { l: string }[] } } } } } } } } } };
}

interface Tree {
  name: string;
  children: Tree[];
}

export class Deep {
  /** As deep as what it is mapped over. */
  @tool
  set(config: Frozen<Config>, patch: Patch<Config>, tree: Patch<Tree>): void {}
}
