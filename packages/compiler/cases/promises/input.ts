import { tool } from "@plainmcp/core";

interface Job {
  id: number;
}

export class Jobs {
  /** Later. */
  @tool
  start(): Promise<Job> {
    return Promise.resolve({ id: 1 });
  }

  /** Now or later. */
  @tool
  find(id: number): Job | Promise<Job | null> | null {
    return null;
  }

  /** All of them. */
  @tool
  async all(): Promise<readonly Job[]> {
    return [];
  }

  /** Nothing. */
  @tool
  async stop(): Promise<void> {}
}
