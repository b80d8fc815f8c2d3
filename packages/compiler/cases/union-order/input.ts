import { tool } from "@plainmcp/core";

interface Cat {
  kind: "cat";
}

interface Dog {
  kind: "dog";
}

type Pet = Dog | Cat;
type Reply<T, E> = { ok: true; value: T } | { ok: false; error: E };

// Meeting these first must not change any order below.
export const met: ("b" | "a" | 2 | Cat | Dog)[] = [];

export class Orders {
  /** As written, also through aliases, brands, parameters of types and properties. */
  @tool
  all(
    pet: Pet,
    kind: Pet["kind"],
    both: ("b" | "c" | "a") & { readonly brand: true },
    text: `${"y" | "x"}-${2 | 1}`,
    record: Record<"z" | "b" | "a", number>,
    picked: Pick<{ z: 1; b: 2; a: 3 }, "a" | "z">,
    mixed: number | "b" | string[] | null | boolean,
  ): Reply<3 | 2 | 1, "b" | "a"> {
    return null!;
  }
}
