import { tool } from "@plainmcp/core";

interface Meeting {
  id: string;
  when: Date;
  room?: string;
}

interface Note {
  id: string;
  when: string;
  text?: string;
}

interface Memo {
  id: string;
  when: string;
  text: string;
}

export class Plain {
  /** Text is what its type says in any case. */
  @tool
  texts(one: string | Date, two: Uint8Array | string, three: bigint | string, four: string | RegExp, five: `${number}px` | Date, six: "now" | Date, seven: `${string}Z` | Date): void {}

  /** Objects and lists too. */
  @tool
  objects(entry: Meeting | Note, list: Date[] | string[], map: Map<string, number> | { count: number }, unique: Set<string> | string[], any: { data: Date } | { data: unknown }): void {}

  /** One of them always has what the other has not. */
  @tool
  fine(entry: Meeting | Memo, one: Date | null, two: Date | number, three: (Date | null)[] | boolean, four?: Uint8Array | Buffer, five?: { ok: true; at: Date } | { ok: false; at: string } | { code: 1; at: bigint } | { code: 2; at: Uint8Array }): void {}
}
