import { prompt, resource, tool } from "@plainmcp/core";

export class Names {
  /** Allowed. */
  @tool({ name: "a-b_c.D9" })
  allowed(): void {}

  /** Not allowed. */
  @tool({ name: "with space" })
  space(): void {}

  /** Not allowed either. */
  @tool
  größe(): void {}

  /** Too long. */
  @tool({ name: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" })
  long(): void {}

  /** Twice. */
  @tool({ name: "allowed" })
  one(): void {}

  /** Twice. */
  @tool({ name: "allowed" })
  two(): void {}

  /** A prompt may be called like a tool. */
  @prompt({ name: "allowed" })
  three(): string {
    return "";
  }

  /** Twice. */
  @prompt({ name: "allowed" })
  four(): string {
    return "";
  }

  /** Twice. */
  @resource("x://y")
  five(): string {
    return "";
  }

  /** Twice. */
  @resource("x://y")
  six(): string {
    return "";
  }
}
