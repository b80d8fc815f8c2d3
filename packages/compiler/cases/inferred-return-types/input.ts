import { tool } from "@plainmcp/core";

// Meeting these first must not change any order below.
export const met: ("stopped" | "running" | 3 | 2)[] = [];

export class Machine {
  speed = 3;
  name = "default";

  /** An object literal. */
  @tool
  state() {
    return { name: this.name, speed: this.speed, tags: ["a"], parts: [{ id: 1 }], none: null, ok: this.speed > 1 };
  }

  /** In the order of the returns. */
  @tool
  phase(n: number) {
    if (n > 2) return "running";
    if (n > 1) return "waiting";
    return "stopped";
  }

  /** In the order of an expression. */
  @tool
  step(n: number) {
    return n > 1 ? { kind: "up" as const, by: n > 2 ? (2 as const) : (3 as const) } : { kind: "down" as const };
  }

  /** Asynchronously, through a local. */
  @tool
  async load() {
    const rows = [1, 2].map((id) => ({ id, at: new Date() }));
    return { rows, first: rows[0] };
  }
}
