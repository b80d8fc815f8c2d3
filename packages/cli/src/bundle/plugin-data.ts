/** Marks calls of the resolver by our plugins, which pass through our plugins again. */
export const RESOLVING: unique symbol = Symbol("resolving");

/** Marks a module that esbuild did not find itself, and therefore reads without the tsconfig that applies to it. */
export const TOLD: unique symbol = Symbol("told");
