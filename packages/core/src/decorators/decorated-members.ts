import "reflect-metadata/lite";
import type { Constructor } from "../manifest/constructor.js";

/** What a decorator records about one method. */
export interface DecoratedMember {
  readonly kind: "tool" | "resource" | "prompt";
  readonly method: string;
  /** The URI or URI template of a resource. */
  readonly uri?: string;
  /** The options as evaluated at run time. */
  readonly options: { readonly [option: string]: unknown };
}

/** The metadata key of the members. Other tools can read them with `Reflect.getOwnMetadata`. */
const MEMBERS = "plainmcp:members";

// Compilers pass a metadata object to decorators only if this symbol exists. User code imports the decorators before it
// defines a class, so it is early enough to set it here.
// biome-ignore lint/suspicious/noExplicitAny: the symbol is read-only in the library's types
(Symbol as any).metadata ??= Symbol.for("Symbol.metadata");

/** Records a member on `holder`: the prototype (legacy decorators) or `context.metadata` (standard decorators). */
export function storeMember(holder: object, member: DecoratedMember): void {
  // Metadata objects inherit from those of the base class, whose map must not change.
  const own: Map<string, DecoratedMember> = Reflect.getOwnMetadata(MEMBERS, holder) ?? new Map();
  own.set(member.method, member);
  Reflect.defineMetadata(MEMBERS, own, holder);
}

/** The decorated members of a class by method name: inherited ones first, then its own, each in source order. */
export function decoratedMembers(target: Constructor): ReadonlyMap<string, DecoratedMember> {
  const members = new Map<string, DecoratedMember>();
  for (const constructor of ancestry(target)) {
    for (const holder of holders(constructor)) {
      const own: Map<string, DecoratedMember> | undefined = Reflect.getOwnMetadata(MEMBERS, holder);
      for (const member of own?.values() ?? []) members.set(member.method, member);
    }
  }
  return members;
}

function ancestry(target: Constructor): Constructor[] {
  const chain: Constructor[] = [];
  for (let at: unknown = target; typeof at === "function" && at.prototype; at = Object.getPrototypeOf(at)) {
    chain.unshift(at as Constructor);
  }
  return chain;
}

function holders(constructor: Constructor): object[] {
  const metadata = Object.getOwnPropertyDescriptor(constructor, Symbol.metadata)?.value;
  return metadata ? [constructor.prototype, metadata] : [constructor.prototype];
}
