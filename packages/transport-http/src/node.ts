export type { NodeHandler, NodeHandlerOptions } from "./node/create-node-handler.js";
export { serveHttp } from "./node/serve-http.js";
export type { HttpServer, ServeHttpOptions } from "./node/serve-http-engine.js";
export { toNodeHandler } from "./node/to-node-handler.js";
