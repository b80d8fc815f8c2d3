import { tool } from "@plainmcp/core";

type Coded = Error & { code: string };

interface HttpError extends Error {
  status: number;
}

class Refused<T> extends Error {
  constructor(
    message: string,
    public detail: T,
  ) {
    super(message);
  }
}

type Failure = Refused<number> & ({ code: "A" } | { code: "B"; at: Date });

export class Errors {
  /** What is declared beside an error is kept. */
  @tool
  last(): { coded: Coded; http: HttpError; failure?: Failure } {
    throw new Error();
  }

  /** The reason of a failure may be anything; an error is written with its code. */
  @tool
  settled(): Promise<PromiseSettledResult<number>[]> {
    return Promise.allSettled([1]);
  }
}
