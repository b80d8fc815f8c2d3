import { tool } from "@plainmcp/core";

/** As typia has them. */
interface Tag<Target extends string, Kind extends string, Value, Schema> {
  "typia.tag"?: { target: Target; kind: Kind; value: Value; validate?: string; schema?: Schema };
}
type Type<T extends string> = Tag<"number" | "bigint", "type", T, { type: "integer" }>;
type Minimum<N extends number> = Tag<"number", "minimum", N, { minimum: N }>;
type ExclusiveMaximum<N extends number> = Tag<"number", "exclusiveMaximum", N, { exclusiveMaximum: N }>;
type MultipleOf<N extends number> = Tag<"number", "multipleOf", N, { multipleOf: N }>;
type MinLength<N extends number> = Tag<"string", "minLength", N, { minLength: N }>;
type Pattern<P extends string> = Tag<"string", "pattern", P, { pattern: P }>;
type Format<F extends string> = Tag<"string", "format", F, { format: F }>;
type MinItems<N extends number> = Tag<"array", "minItems", N, { minItems: N }>;
type Unique = Tag<"array", "uniqueItems", true, { uniqueItems: true }>;
type Short = Tag<"string", "short", undefined, { maxLength: 8; "x-of-the-library": true }>;
type Described<D extends string> = Tag<"object", "jsonPlugin", undefined, { description: D }>;

/** As others have them: in the brand itself, or in the name alone. */
type AtLeast<N extends number> = number & { __$check?: `$self >= ${N}`; __$id?: "min"; __$value?: N };
interface Meta<T> {
  __meta?: never & T;
}
type MaxLength<N extends number> = Meta<["maxLength", N]>;

/** Just names. */
type Tagged<T, Name extends string> = T & { readonly __brand: Name };
declare const positive: unique symbol;

interface Order {
  amount: number & Type<"uint32"> & Minimum<1> & ExclusiveMaximum<100>;
  small?: (number & Type<"int8">) | null;
  serial: bigint & Type<"uint64">;
  mail: string & Format<"email">;
  home?: string & Format<"url">;
  codes: (string & MinLength<2> & Pattern<"^[a-z]+$">)[] & MinItems<1> & Unique;
  short: string & Short;
  place?: { city: string } & Described<"Where it goes">;
  rating: AtLeast<3>;
  nick: string & MaxLength<5>;
  id: Tagged<string, "order">;
  count: number & { readonly [positive]: true };
  kind?: string & { __brand?: { kind: "order" } };
  /** What the type says holds beside the brands, and the comment beside both. @pattern ^a */
  label?: `a-${string}` & Pattern<"^[a-z]-"> & MaxLength<9>;
  step?: number & MultipleOf<2> & MultipleOf<3>;
}

export class Orders {
  /** What brands say becomes keywords. */
  @tool
  add(order: Order): void {}

  /** What no keyword says is a warning. */
  @tool
  unknown(
    odd: number & { __$check?: "$self % 2 == 1"; __$id?: "odd" },
    secret: string & Format<"password">,
    large: bigint & Minimum<5>,
    digits: bigint & Pattern<"^1">,
    even: number & Tag<"number", "even", true, undefined>,
  ): void {}
}
