import { tool } from "@plainmcp/core";

const enum Priority {
  Low = 1,
  High = 10,
}

const enum Mode {
  Fast = "fast",
  Slow = "slow",
}

export class Queue {
  /** Constant enums. */
  @tool
  push(priority: Priority, mode = Mode.Fast): Mode {
    return mode;
  }
}
