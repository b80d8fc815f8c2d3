import { tool } from "@plainmcp/core";

interface Task {
  id: number;
  done: boolean;
  onDone?: (result: string) => void;
}

interface Handle {
  id: number;
  stop(): void;
  close: () => Promise<void>;
  readonly state: "on" | "off";
}

export class Tasks {
  /** Functions nobody has to send, and functions that fall away. */
  @tool
  start(task: Task): Handle {
    return null!;
  }
}
