import { tool } from "@plainmcp/core";
class User { passwordHash = "HASH"; id = 1; get fullName() { return "Ada"; } isAdmin() { return true; } }
class TJ { id = 1; toJSON() { return { ...this, x: 1 }; } }
type Row = { id: number; secret: string }; type Pub = Pick<Row, "id">;
const row: Row = { id: 1, secret: "S" };
export default class A {
  /** a */ @tool who(): { user: Pick<User, "fullName"> } { return { user: new User() }; }
  /** a */ @tool who2(): { user: Pick<User, "isAdmin">; f: { onDone?: () => void } } { return { user: new User(), f: row as never }; }
  /** a */ @tool tj(): TJ { return new TJ(); }
  /** a */ @tool tup(): [Row, ...Pub[]] { return [row, row, row]; }
  /** a */ @tool part<T extends { id: string }>(x: Partial<T>, y: { [P in keyof T]: T[P] }, z: Readonly<T> & { own?: number }): T { return { ...x, ...y, ...z }; }
  /** a */ @tool num(v: { n: 1; v: bigint } | { n: 2; v: Uint8Array }, b: { ok: true; v: Date } | { ok: false; v: string }, t: [1, bigint] | [2, Uint8Array]): { a: string } { return { a: typeof v.v + typeof b.v + t }; }
  /** a */ @tool err(): { e?: { name: string; message: string } } { return { e: new SyntaxError("no") }; }
  /** a */ @tool uk(): { v: unknown } { class S { a = 1; toJSON() { return this; } } return { v: new S() }; }
  /** a */ @tool codes(c: "E1000" | "E1003"): string { return c; }
}
