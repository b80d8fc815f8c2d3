import { tool } from "@plainmcp/core";

enum Only {
  One = "one",
}

enum Version {
  Current = 2,
}

export class Single {
  /** No choice. */
  @tool
  pick(only: Only, version: Version.Current): Only {
    return only;
  }
}
