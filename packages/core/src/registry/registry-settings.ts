import type { DefineServerOptions } from "../define-server.js";
import type { ServerInfo } from "../manifest.js";
import { reportToStderr } from "../reporting/report-to-stderr.js";
import { createSecretKey } from "../secret/create-secret-key.js";
import { resolveTaskOptions } from "../tasks/task-settings.js";
import { attempt } from "./attempt.js";
import { checkCacheHint } from "./check-cache-hint.js";
import type { Offer } from "./create-offer.js";
import type { Primitives, Registry } from "./registry.js";

/** What a registry is beside its primitives. */
export type RegistrySettings = Omit<Registry, keyof Primitives | keyof Offer | "watch">;

/**
 * Takes the options of a server.
 *
 * @param server What the manifests say of it
 * @param problems Is told of options that make no sense
 */
export function createSettings(
  { info, secret, skills, tasks, pageSize, cache, onError }: DefineServerOptions,
  server: ServerInfo | undefined,
  problems: string[],
): RegistrySettings {
  const secretKey = attempt(() => createSecretKey(secret), problems) ?? createSecretKey();
  if (cache !== undefined) attempt(() => checkCacheHint(cache), problems, "the option cache cannot be used: ");
  if (pageSize !== undefined && !(pageSize >= 1)) {
    problems.push(`the option pageSize must be a number from 1 up, not ${pageSize}`);
  }
  return {
    server: { ...(server as ServerInfo), ...info },
    secretKey,
    skills,
    tasks: tasks && attempt(() => resolveTaskOptions(tasks), problems, "the option tasks cannot be used: "),
    pageSize: pageSize === undefined ? Number.POSITIVE_INFINITY : Math.floor(pageSize),
    cache,
    onError: onError ?? reportToStderr,
  };
}
