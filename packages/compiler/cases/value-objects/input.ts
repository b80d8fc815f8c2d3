import { tool } from "@plainmcp/core";


class ParseError extends Error {
  line = 1;
}

interface Everything {
  at: Date;
  link: URL;
  expression: RegExp;
  big: bigint;
  ten: 10n;
  bytes: Uint8Array;
  buffer: Buffer;
  raw: ArrayBuffer;
  failure: Error;
  special: TypeError;
  own: ParseError;
}

export class ValueObjects {
  /** Values that are not JSON have a form in JSON. */
  @tool
  echo(all: Everything, when?: Date | null): Everything {
    return all;
  }

  /** As the whole result. */
  @tool
  now(): Date {
    return new Date();
  }

  /** As the whole result, and an object. */
  @tool
  why(): Promise<Error> {
    return Promise.resolve(new Error());
  }
}
