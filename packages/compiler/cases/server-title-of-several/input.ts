import { tool } from "@plainmcp/core";

/** Without a title. */
export class First {
  /** One. */
  @tool
  one(n: number): void {}
}

/** The first that has a title gives it to the server. @title Second to none */
export class Second {
  /** Two. */
  @tool
  two(n: number): void {}
}

/** @title The third */
export class Third {
  /** Three. */
  @tool
  three(n: number): void {}
}

/** @title */
export class Fourth {
  /** Four. */
  @tool
  four(n: number): void {}
}
