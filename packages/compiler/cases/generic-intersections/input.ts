import { tool } from "@plainmcp/core";

interface Named {
  name: string;
}

export class Labels {
  /** Adds a label. */
  @tool
  label<T extends Named, L extends string>(item: T & { age: number }, label: L): T & { label: L } {
    return { ...item, label };
  }
}
