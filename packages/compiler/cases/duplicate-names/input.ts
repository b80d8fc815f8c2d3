import { prompt, resource, tool } from "@plainmcp/core";

export class Twice {
  /** One. */
  @tool
  one(): void {}

  /** Two, called one. */
  @tool({ name: "one" })
  two(): void {}

  /** A prompt may have a tool's name. */
  @prompt({ name: "one" })
  three(): string {
    return "";
  }

  /** At one place. */
  @resource("notes://{id}")
  first(id: string): string {
    return id;
  }

  /** At the same place. */
  @resource("notes://{id}")
  second(id: string): string {
    return id;
  }
}
