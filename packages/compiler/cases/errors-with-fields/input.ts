import { tool } from "@plainmcp/core";

abstract class Failure extends Error {
  abstract readonly code: string;
  override readonly name: string = "Failure";
}

/** It is not there any more. */
class Gone extends Failure {
  readonly code = "gone";
  private readonly secret = "s";
  constructor(readonly since: Date) {
    super("gone", { cause: "time" });
  }
}

class Refused extends Failure {
  readonly code = "refused";
  fields?: readonly { path: string; reason: string }[];
  get count(): number {
    return this.fields?.length ?? 0;
  }
}

export class Failures {
  /** What went wrong. */
  @tool
  last(): Gone | Refused | null {
    return null;
  }

  /** Takes one apart. */
  @tool
  explain(error: Refused): string {
    return error.message;
  }
}
