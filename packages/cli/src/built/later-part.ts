import { compileFunction } from "node:vm";

/** What a built module contains as text. Each module of it is compiled when something of it is needed. */
let text: () => string;
let requireBuiltin: (name: string) => unknown;
let toShared: Readonly<Record<string, () => object>>;
const loaded = new Map<string, { exports: Readonly<Record<string, unknown>> }>();

/**
 * Hands over the later part of this module.
 *
 * @param source Returns the text: modules in CommonJS, each after a line with its name
 * @param require Loads Node's own modules
 * @param shared The modules of the rest that the part requires, by name
 */
export function provide(
  source: () => string,
  require: (name: string) => unknown,
  shared: Readonly<Record<string, () => object>>,
): void {
  // Rather than when something is needed.
  if (!source().includes(PREFIX)) throw new Error(LOST);
  text = source;
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
    const run = compileFunction(textOf(name), ["require", "module", "exports"], { filename });
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

function textOf(name: string): string {
  const all = text();
  const head = `\n//#${name}\n`;
  const start = all.indexOf(head);
  if (start < 0) throw new Error(LOST);
  const end = all.indexOf(`\n//#${PREFIX}`, start + head.length);
  // In a comment, `~` stands before itself and before the end of a comment.
  return all.slice(start + head.length, end < 0 ? all.lastIndexOf("\n") : end).replace(/~(.)/g, "$1");
}

/** How the names begin. */
const PREFIX = "plainmcp:";

const LOST =
  "This file has lost the comments that plainmcp build wrote, which contain code. Serve it as it was written: " +
  "do not minify or bundle it again.";
