import { tool } from "@plainmcp/core";

type Json = string | number | boolean | null | JsonObject | JsonList;
type JsonObject = { [key in string]?: Json };
interface JsonList extends Array<Json> {}

interface Letters extends ReadonlyArray<"c" | "a" | "b"> {}

interface List<T> extends Array<T> {
  note?: string;
}
interface Dates extends List<{ at: Date }> {}

class Registry<V> extends Map<string, V> {
  label = "never sent";
}
class Groups extends Registry<number[]> {}
interface ByNumber extends ReadonlyMap<number, Date> {}
class Bag<T> extends Set<T> {}

type Path = string[] & { readonly __brand: "path" };
type Counts = Registry<number> & { readonly __brand: "counts" };

class Sentence extends Array<string> {
  toJSON(): string {
    return this.join(" ");
  }
}

export class Collections {
  /** Of arrays, in themselves too. */
  @tool
  arrays(json: Json, letters: Letters, dates: Dates, path: Path): Dates {
    return dates;
  }

  /** Of maps and sets. */
  @tool
  keyed(groups: Groups, byNumber: ByNumber, bag: Bag<string>, counts: Counts, fixed?: Readonly<Map<string, Date>>): { groups: Groups; bag: Bag<Date> } {
    throw new Error();
  }

  /** What says itself how it is written. */
  @tool
  sentence(): { text: Sentence } {
    return { text: new Sentence() };
  }
}
