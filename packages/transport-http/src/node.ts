export type { HttpServer, ServeHttpOptions } from "./node/serve-factory.js";
export { serveHttp } from "./node/serve-http.js";
