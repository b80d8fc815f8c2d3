/**
 * What the `plainmcp` package needs of the compiler beside its public entries. Users must not import this entry: it changes
 * without notice.
 *
 * @packageDocumentation
 */

export type { UnservedClass } from "./classes/find-unserved.js";
export { CachedCompiler } from "./compile/cached-compiler.js";
export type { Compilation } from "./compile/compilation.js";
export { type InjectMetadataOptions, injectMetadata } from "./metadata/inject-metadata.js";
export type { BundlerOptions } from "./project/bundler-options.js";
