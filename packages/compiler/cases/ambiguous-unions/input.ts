import { tool } from "@plainmcp/core";

interface Timed {
  at: bigint;
  note?: string;
}

interface Sealed {
  at: Uint8Array;
  seal?: string;
}

export class Ambiguous {
  /** Digits may be base64 too. */
  @tool
  values(one: bigint | Uint8Array, two: RegExp | URL, three: Buffer | ArrayBuffer): void {}

  /** Wherever they are. */
  @tool
  inside(objects: Timed | Sealed, lists: Set<string> | Map<number, string>, mixed: { a: Date; b: string } | { a: string; b: Date }): void {}

  /** The arguments themselves. */
  @tool
  flat({ at }: Timed | Sealed): void {}

  /** These look different. */
  @tool
  fine(one: Date | Uint8Array, two: URL | bigint | Date, three: Set<number> | Map<string, number>, four: { kind: "a"; at: bigint } | { kind: "b"; at: Uint8Array }, five: (Timed & { exact: true }) | (Sealed & { raw: true })): void {}

  /** Results are told apart by what they are. */
  @tool
  result(): Timed | Sealed {
    return { at: 1n };
  }
}
