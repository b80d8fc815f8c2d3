import { tool } from "@plainmcp/core";


interface Job {
  id: number;
  run(): void;
  cancel: () => void;
  optional?: () => void;
}

export class Outputs {
  /** Methods fall away. */
  @tool
  job(): Job {
    return null!;
  }

  /** What JSON cannot say. */
  @tool
  symbols(): { key: symbol } {
    return null!;
  }

  /** What nobody awaits. */
  @tool
  later(): { value: Promise<string> } {
    return null!;
  }

  /** What only a whole result can be. */
  @tool
  inside(): { body: Blob; answer: Response; stream: AsyncIterable<string> } {
    return null!;
  }

  /** A function. */
  @tool
  callback(): () => void {
    return () => {};
  }
}
