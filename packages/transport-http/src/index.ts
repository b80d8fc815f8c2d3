export { createHttpHandler } from "./create-http-handler.js";
export type { EventStore } from "./event-store.js";
export type { HttpHandler } from "./factory-handler.js";
export type { HttpHandlerOptions } from "./http-handler-options.js";
