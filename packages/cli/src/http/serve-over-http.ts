import type { ServerTarget } from "@plainmcp/core";
import { createReporter } from "@plainmcp/core/internal/engine";
import { type HttpServer, type ServeHttpOptions, serveHttp } from "@plainmcp/transport-http/node";
import type { Settings } from "../flags/read-settings.js";
import { isAboutOption, serveWith } from "../flags/serve-with.js";

/** Serves over HTTP, and tells the person who ran the command what happens, in terms of flags. */
export async function serveOverHttp(target: ServerTarget, settings: Settings<ServeHttpOptions>): Promise<HttpServer> {
  const stderr = createReporter();
  const onError = (error: Error): void => {
    stderr.report(isAboutOption(error) ? toNotice(error.describe(settings.nameOf)) : error);
  };
  const { close, ...server } = await serveWith(settings, (options) => serveHttp(target, { onError, ...options }));
  return { ...server, close: () => close().finally(stderr.flush) };
}

/** What is not a failure has no stack. */
function toNotice(message: string): Error {
  return Object.assign(new Error(message), { stack: message });
}
