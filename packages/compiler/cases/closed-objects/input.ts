import { tool } from "@plainmcp/core";

interface Where {
  id?: number;
  title?: string;
}

interface Page {
  size: number;
  sort: { by: string; then?: { by: string } }[];
}

/** It may become anything. */
interface Data {}

interface Settings {
  theme: string;
  [key: string]: unknown;
}

interface Tree {
  name: string;
  children: Tree[];
}

export class Rows {
  /** What is not declared is refused, at every level. */
  @tool
  remove(where: Where, page?: Page, byName?: Record<string, Where>, pairs?: [Where, number][], tree?: Tree): void {}

  /** What says that there may be more stays open. */
  @tool
  keep(settings: Settings, data?: Data, object?: object, anything?: unknown, both?: Where & object): void {}

  /** So does a type parameter, whatever is in its constraint. */
  @tool
  pick<T extends { id: string; owner: { name: string } }>(from: T, all?: T[]): void {}

  /** The arguments are an object themselves. */
  @tool
  find({ where, limit = 10 }: { where: Where; limit?: number }): void {}

  /** Results stay open for clients, but carry what is declared. */
  @tool
  first(): Page {
    return { size: 1, sort: [] };
  }
}
