import { tool } from "@plainmcp/core";

interface Account {
  /**
   * How to log in.
   * @pattern ^[a-z]+$
   * @minLength 2
   */
  login: string;
  /** @maxItems 2 */
  tags: string[];
  /** @minProperties 1 */
  labels?: Record<string, string>;
  /** @title Age in years @multipleOf 1 */
  age?: number | null;
}

export class Accounts {
  /** Makes one. */
  @tool
  make(account: Account): Account {
    return account;
  }
}
