export type { HttpServer, ServeHttpOptions } from "./node/serve-engine.js";
export { serveHttp } from "./node/serve-http.js";
