export { guardStdout } from "./guard/guard-stdout.js";
export { serveStdio } from "./serve-stdio.js";
export type { ServeStdioOptions, StdioServer } from "./serve-stdio-engine.js";
export type { StdioLimits } from "./stdio-limits.js";
