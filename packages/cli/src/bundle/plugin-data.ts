/** Marks our own questions to the resolver, which come back through our plugins. */
export const RESOLVING: unique symbol = Symbol("resolving");

/** Marks a module that esbuild did not find by itself, and therefore reads without the tsconfig that holds for it. */
export const TOLD: unique symbol = Symbol("told");
