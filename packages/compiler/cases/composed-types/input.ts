import { tool } from "@plainmcp/core";


interface Named {
  /** What it is called. */
  name: string;
}

interface Aged {
  age?: number;
}

interface Person extends Named {
  email: string;
}

type Both = Named & Aged & { extra: boolean };
type Getters<T> = { [K in keyof T as `get_${string & K}`]: T[K] };
type Flags<T> = { readonly [K in keyof T]?: boolean };
type UserId = string & { readonly __brand: "UserId" };
type Cents = number & { readonly [brand]: true };
type Tags = string[] & { readonly __tags: true };
declare const brand: unique symbol;

export class Composed {
  /** Intersections and inheritance are one object. */
  @tool
  objects(both: Both, person: Person): void {}

  /** Utility and mapped types. */
  @tool
  mapped(
    a: Pick<Person, "email">,
    b: Omit<Person, "email">,
    c: Partial<Person>,
    d: Required<Aged>,
    e: Readonly<Named>,
    f: Getters<Named>,
    g: Flags<Person>,
  ): void {}

  /** A brand exists in TypeScript only. */
  @tool
  branded(
    id: UserId,
    price: Cents,
    tags: Tags,
    ids?: UserId[],
    either?: UserId | Cents,
    mode?: ("slow" | "fast") & { readonly __mode: true },
    day?: Date & { readonly __day: true },
  ): void {}

  /** Conditional and indexed types are what they come to. */
  @tool
  computed(a: Exclude<"a" | "b" | "c", "b">, b: Person["email"], c: NonNullable<string | null>): void {}
}
