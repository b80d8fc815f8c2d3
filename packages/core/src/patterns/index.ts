/** For our other packages. Users must not import it. */
export { FEW, isCounted, measurePattern, type PatternMeasure } from "./measure-pattern.js";
export { parsePattern } from "./parse-pattern.js";
export type { PatternNode } from "./pattern-node.js";
