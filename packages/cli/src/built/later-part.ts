import { compileFunction } from "node:vm";

/** What a built module contains as text, by name. Each module of it is compiled when something of it is needed. */
let texts: Readonly<Record<string, string>>;
let requireBuiltin: (name: string) => unknown;
let toShared: Readonly<Record<string, () => object>>;
const loaded = new Map<string, { exports: Readonly<Record<string, unknown>> }>();

/**
 * Hands over the later part of this module.
 *
 * @param source Modules in CommonJS
 * @param require Loads Node's own modules
 * @param shared The modules of the rest that the part requires, by name
 */
export function provide(
  source: Readonly<Record<string, string>>,
  require: (name: string) => unknown,
  shared: Readonly<Record<string, () => object>>,
): void {
  texts = source;
  requireBuiltin = require;
  toShared = shared;
}

/** Loads the module of this name. */
export function load(name: string): Readonly<Record<string, unknown>> {
  const known = loaded.get(name);
  if (known !== undefined) return known.exports;
  const module = { exports: toShared[name]?.() as Readonly<Record<string, unknown>> };
  loaded.set(name, module);
  if (module.exports === undefined) {
    module.exports = {};
    const filename = `plainmcp-later/${name.slice(PREFIX.length)}.js`;
    const run = compileFunction(texts[name] as string, ["require", "module", "exports"], { filename });
    run(requireFor, module, module.exports);
  }
  return module.exports;
}

/** A function of the later part, which loads its module when it is called first. */
export function later(name: string, key: string): (...args: unknown[]) => unknown {
  let found: ((...args: unknown[]) => unknown) | undefined;
  return (...args) => {
    found ??= load(name)[key] as (...args: unknown[]) => unknown;
    return found(...args);
  };
}

/** A class of the later part, which loads its module when it is used first. */
export function laterClass(name: string, key: string): object {
  const toClass = () => load(name)[key] as new (...args: unknown[]) => object;
  const proxy: object = new Proxy(StandIn, {
    construct: (_, args, target) => Reflect.construct(toClass(), args, target === proxy ? toClass() : target),
    get: (_, property) => Reflect.get(toClass(), property),
  });
  return proxy;
}

/** A class could not be one: a proxy must not hide its `prototype`. */
function StandIn(): void {
  // Nobody calls it.
}

function requireFor(name: string): unknown {
  return name.startsWith(PREFIX) ? load(name) : requireBuiltin(name);
}

/** How the names begin. */
const PREFIX = "plainmcp:";
