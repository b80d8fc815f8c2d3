import { tool } from "@plainmcp/core";

interface Item {
  id: number;
  name: string;
}

export class Lists {
  /** A type parameter is what its constraint allows. */
  @tool
  pluck<K extends keyof Item, T extends Item = Item>(items: T[], key: K, fallback?: T[K]): Pick<T, K>[] {
    return [];
  }

  /** Without a constraint it is anything. */
  @tool
  echo<T>(value: T, list: T[]): T {
    return value;
  }
}
