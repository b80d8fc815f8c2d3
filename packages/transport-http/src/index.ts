export { createHttpHandler } from "./create-http-handler.js";
export type { HttpHandler } from "./engine-handler.js";
export type { HttpHandlerOptions } from "./http-handler-options.js";
export type { EventStore } from "./legacy/event-store.js";
