export { createHttpHandler } from "./create-http-handler.js";
export type { CallerOf } from "./gates/caller.js";
export type { FetchContext, HttpHandler } from "./handler.js";
export type { TrustProxy } from "./limits/client-address.js";
export type { HttpLimits } from "./limits/http-limits.js";
export type { HttpHandlerOptions } from "./options.js";
