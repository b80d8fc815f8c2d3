export { guardReporter } from "../reporting/guard-reporter.js";
export { within } from "../within.js";
export { createEngine, type Engine } from "./create-engine.js";
export { ErrorCode, type ErrorExtras, jsonRpcError } from "./json-rpc-error.js";
export type { TaskListening } from "./listen-to-tasks.js";
export { type ReadBatch, readBatch } from "./read-batch.js";
export { type ReadJson, readJson } from "./read-json.js";
export { requestIdOf } from "./request-id-of.js";
