export { guardStdout } from "./guard-stdout.js";
export type { ServeStdioOptions, StdioServer } from "./serve-factory.js";
export { serveStdio } from "./serve-stdio.js";
