import { prompt, resource, tool } from "@plainmcp/core";

@(tool as any)
export class Misplaced {
  /** A field. */
  @tool
  field = 1;

  /** A function in a field. */
  @tool
  arrow = (a: string) => a;

  /** A getter. */
  @tool
  get value(): string {
    return "";
  }

  /** Private. */
  @tool
  private hidden(): void {}

  /** Protected. */
  @tool
  protected inner(): void {}

  /** Very private. */
  @tool
  #secret(): void {}

  /** Static. */
  @tool
  static shared(): void {}

  /** Two of them. */
  @tool
  @prompt
  both(): string {
    return "";
  }

  /** Without a name. */
  @resource("some://thing")
  [Symbol.iterator](): string {
    return "";
  }

  /** A name all the same. */
  @tool
  "quoted-name"(): void {}
}
