import { tool } from "@plainmcp/core";

interface Hook {
  name: string;
  run?: string | (() => void);
}

export class Plans {
  /** A function is an alternative that no client has. */
  @tool
  plan(hook: Hook, any: Record<PropertyKey, number>, when: string | ((now: Date) => Date)): void {}
}
