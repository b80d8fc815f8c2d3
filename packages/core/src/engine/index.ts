export { createServerFactory } from "./create-server-factory.js";
export { ErrorCode, type ErrorExtras, jsonRpcError } from "./json-rpc-error.js";
export { type ReadJson, readJson } from "./read-json.js";
export { requestIdOf } from "./request-id.js";
