import { tool } from "@plainmcp/core";


export class Overloads {
  get(id: number): string;
  get(name: string, exact: boolean): string;
  /** Gets one. */
  @tool
  get(key: number | string, exact?: boolean): string {
    return "";
  }
}
