import { tool } from "@plainmcp/core";

interface Row {
  zeta: string;
  alpha: number;
  2: boolean;
}

const COLUMNS = { wide: 1, narrow: 2 };

// Meeting these first must not change any order below.
export const met: ("narrow" | "alpha")[] = [];

export class Tables {
  /** Names of properties, in their order. */
  @tool
  sort(by: keyof Omit<Row, 2>, column: keyof typeof COLUMNS, any: keyof Row, value: Row[keyof Row]): void {}
}
