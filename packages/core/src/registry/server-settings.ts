import type { CacheHint, ServerInfo } from "../manifest/manifest.js";
import { checkFetchOptions } from "../outgoing/check-fetch-options.js";
import type { FetchOptions } from "../outgoing/fetch-options.js";
import { createReport, type Report } from "../reporting/create-report.js";
import { createSecretKey, type SecretKey } from "../secret/create-secret-key.js";
import type { Skills } from "../skills/skills.js";
import { resolveTaskOptions, type TaskSettings } from "../tasks/task-settings.js";
import { checkCacheHint } from "./check-cache-hint.js";
import { checkCallOptions } from "./check-call-options.js";
import { checkLooks } from "./check-looks.js";
import { collectProblem } from "./collect-problem.js";
import type { DefineServerOptions } from "./define-server-options.js";

/** The settings of a server. */
export interface ServerSettings {
  readonly server: ServerInfo;
  readonly secretKey: SecretKey;
  /** The most entries on one page of a list. */
  readonly pageSize: number;
  /** How long clients may cache the lists. */
  readonly cache: CacheHint | undefined;
  readonly skills: Skills | undefined;
  /** What legacy clients see of tools that need capabilities which they lack. */
  readonly unsupported: "listed" | "hidden";
  /** How tasks are stored, if the options set it. */
  readonly tasks: TaskSettings | undefined;
  /** How outgoing calls are made, if the options set it. */
  readonly fetch: FetchOptions | undefined;
  /** Reports to the operator what clients must not see. */
  readonly report: Report;
}

/**
 * Checks the options of a server, and makes its settings.
 *
 * @param server The server info of the manifests, if there is any
 * @param problems Collects invalid options
 */
export function resolveServerSettings(
  options: DefineServerOptions,
  server: ServerInfo | undefined,
  problems: string[],
): ServerSettings {
  const { info, secret, skills, tasks, pageSize, cache, unsupported = "listed", use, fetch, errors, onError } = options;
  if (errors !== undefined || options.arguments !== undefined) checkCallOptions(options, problems);
  const secretKey = collectProblem(() => createSecretKey(secret), problems) ?? createSecretKey();
  if (cache !== undefined) collectProblem(() => checkCacheHint(cache), problems, "the option cache cannot be used: ");
  if (fetch !== undefined)
    collectProblem(() => checkFetchOptions(fetch), problems, "the option fetch cannot be used: ");
  if (use !== undefined && !(Array.isArray(use) && use.every((middleware) => typeof middleware === "function"))) {
    problems.push("the option use must be an array of functions");
  }
  if (info?.icons !== undefined || info?.websiteUrl !== undefined) problems.push(...checkLooks(info));
  if (unsupported !== "listed" && unsupported !== "hidden") {
    problems.push(`the option unsupported must be "listed" or "hidden", not ${JSON.stringify(unsupported)}`);
  }
  if (pageSize !== undefined && !(pageSize >= 1)) {
    problems.push(`the option pageSize must be at least 1, not ${pageSize}`);
  }
  return {
    server: { ...UNNAMED, ...server, ...info },
    ...{ secretKey, skills, unsupported },
    tasks: tasks && collectProblem(() => resolveTaskOptions(tasks), problems, "the option tasks cannot be used: "),
    pageSize: pageSize === undefined ? Number.POSITIVE_INFINITY : Math.floor(pageSize),
    cache,
    fetch,
    report: createReport(onError, errors),
  };
}

/** What a server is called if nothing names it: no manifest, because it has only dynamic primitives, and no option. */
const UNNAMED: ServerInfo = { name: "server", version: "0.0.0" };

/** Whether nothing has named a server. */
export function isUnnamed({ name, version }: ServerInfo): boolean {
  return name === UNNAMED.name && version === UNNAMED.version;
}
