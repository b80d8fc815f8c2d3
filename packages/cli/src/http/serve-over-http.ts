import type { ServerTarget } from "@plainmcp/core";
import { type HttpServer, type ServeHttpOptions, serveHttp } from "@plainmcp/transport-http/node";
import type { Settings } from "../flags/read-settings.js";
import { isAboutOption, serveWith } from "../flags/serve-with.js";

/** Serves over HTTP, and tells the person who ran the command what happens, in terms of flags. */
export function serveOverHttp(target: ServerTarget, settings: Settings<ServeHttpOptions>): Promise<HttpServer> {
  const onError = (error: Error): void => {
    if (isAboutOption(error)) console.error(error.describe(settings.nameOf));
    // What is not a failure has no stack.
    else console.error(error.stack === error.message ? error.message : error);
  };
  return serveWith(settings, (options) => serveHttp(target, { onError, ...options }));
}
