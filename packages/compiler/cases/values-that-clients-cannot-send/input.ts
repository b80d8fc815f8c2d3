import { tool } from "@plainmcp/core";

class Moment {
  #time = 0;
  get year(): number {
    return new Date(this.#time).getFullYear();
  }
}

class Deadline extends Date {
  isOver(): boolean {
    return this.getTime() < 0;
  }
}

export class Plans {
  /** What the class can do is lost on the way. */
  @tool
  end(at: Deadline): void {}

  /** Nothing of it can be sent. */
  @tool
  start(at: Moment): void {}
}
