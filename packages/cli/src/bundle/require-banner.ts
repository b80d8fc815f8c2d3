/** Gives CommonJS code inside a bundle the `require` it expects. */
export const REQUIRE_BANNER =
  'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);';
