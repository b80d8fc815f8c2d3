export { createHttpHandler } from "./create-http-handler.js";
export type { HttpHandler } from "./engine-handler.js";
export type { EventStore } from "./event-store.js";
export type { HttpHandlerOptions } from "./http-handler-options.js";
