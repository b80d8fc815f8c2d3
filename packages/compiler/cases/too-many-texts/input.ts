import { tool } from "@plainmcp/core";

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
type Phone = `+${Digit}${Digit}${Digit}${Digit}${Digit}${Digit}${"" | "x"}`;

export class Texts {
  /** More than TypeScript counts. */
  @tool
  call(phone: Phone): void {}
}
