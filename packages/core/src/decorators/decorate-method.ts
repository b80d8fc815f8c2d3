import { type DecoratedMember, storeMember } from "./decorated-members.js";

/** Any method. */
// biome-ignore lint/suspicious/noExplicitAny: a method may take any arguments
export type Method = (this: any, ...args: any[]) => unknown;

/** A method decorator in both dialects: TC39 standard and legacy `experimentalDecorators`. */
export interface DualMethodDecorator {
  <This, Value extends Method>(
    value: Value,
    context: ClassMethodDecoratorContext<This, Value> & { readonly static: false; readonly private: false },
  ): void;
  <Value extends Method>(target: object, method: string, descriptor: TypedPropertyDescriptor<Value>): void;
}

/** A {@link DecoratedMember} whose method is not known yet. */
export type Marking = Omit<DecoratedMember, "method">;

/** Makes a decorator that records the marking for its method, in either dialect. */
export function decorateMethod(marking: Marking): DualMethodDecorator {
  return (target: unknown, methodOrContext: unknown): void => {
    if (isDecoratorContext(methodOrContext)) storeStandard(marking, methodOrContext);
    else storeLegacy(marking, target, methodOrContext);
  };
}

/** Whether the arguments are those of a bare use (`@tool`) and not of a call (`@tool({ … })`). */
export function isBareUse(args: readonly unknown[]): args is Parameters<DualMethodDecorator> {
  return (
    args.length >= 2 && (isDecoratorContext(args[1]) || typeof args[1] === "string" || typeof args[1] === "symbol")
  );
}

function isDecoratorContext(value: unknown): value is DecoratorContext {
  return typeof value === "object" && value !== null && "kind" in value;
}

function storeStandard(marking: Marking, context: DecoratorContext): void {
  if (context.kind !== "method" || context.static || context.private) {
    refuse(marking, String(context.name), "static" in context && context.static ? "static member" : context.kind);
  }
  if (!context.metadata) {
    throw new TypeError(
      `@${marking.kind} on ${String(context.name)} got no metadata object: this compiler implements an older decorators ` +
        "proposal. Update it, or turn on experimentalDecorators.",
    );
  }
  storeMember(context.metadata, { ...marking, method: nameOf(marking, context.name) });
}

function storeLegacy(marking: Marking, target: unknown, key: unknown): void {
  const descriptor = Object.getOwnPropertyDescriptor(target, key as PropertyKey);
  if (typeof target === "function") refuse(marking, String(key), "static member");
  if (typeof descriptor?.value !== "function") refuse(marking, String(key), descriptor ? "accessor" : "field");
  storeMember(target as object, { ...marking, method: nameOf(marking, key) });
}

function nameOf(marking: Marking, key: unknown): string {
  if (typeof key === "string") return key;
  throw new TypeError(`@${marking.kind} is on ${String(key)}: a method named by a symbol has no name on the wire.`);
}

function refuse(marking: Marking, name: string, found: string): never {
  throw new TypeError(`@${marking.kind} is on the ${found} ${name}: move it to an instance method.`);
}
