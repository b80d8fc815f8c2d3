import { createCallsBench } from "./calls/calls-bench.js";
import { COLD_START } from "./cold-start/cold-start-bench.js";
import { COMPILE } from "./compile/compile-bench.js";
import { CONTAIN } from "./contain/contain-bench.js";
import { FETCH } from "./fetch/fetch-bench.js";
import { INSTALL } from "./install/install-bench.js";
import { MCP_USE } from "./mcp-use/mcp-use-bench.js";
import { MEMORY } from "./memory/memory-bench.js";
import { MIXED } from "./mixed/mixed-bench.js";
import { SCALE } from "./scale/scale-bench.js";
import type { Bench } from "./shared/bench.js";
import { VALIDATE } from "./validate/validate-bench.js";

/** Everything that can be measured, in the order in which `all` measures it. */
export const BENCHES: readonly Bench[] = [
  createCallsBench("http", "tools/call"),
  createCallsBench("http", "tools/list"),
  createCallsBench("stdio", "tools/call"),
  createCallsBench("stdio", "tools/list"),
  FETCH,
  COLD_START,
  MEMORY,
  SCALE,
  INSTALL,
  MCP_USE,
  MIXED,
  COMPILE,
  VALIDATE,
  CONTAIN,
];
