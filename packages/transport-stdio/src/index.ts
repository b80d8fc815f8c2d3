export { guardStdout } from "./guard/guard-stdout.js";
export type { ServeStdioOptions, StdioServer } from "./serve-engine.js";
export { serveStdio } from "./serve-stdio.js";
