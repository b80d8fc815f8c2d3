import { tool } from "@plainmcp/core";

class Base {
  /**
   * Renames.
   * @param id Which one
   * @param to The new name @minLength 1
   * @returns Whether there was one
   */
  @tool
  rename(id: number, to: string): boolean {
    return true;
  }
}

export class Users extends Base {
  /** @param id The number of the user */
  override rename(id: number, to: string): boolean {
    return false;
  }
}
