import type { CacheHint, ServerInfo } from "../manifest/manifest.js";
import { createReport, type Report } from "../reporting/create-report.js";
import { reportToStderr } from "../reporting/report-to-stderr.js";
import { createSecretKey, type SecretKey } from "../secret/create-secret-key.js";
import type { Skills } from "../skills/skills.js";
import { resolveTaskOptions, type TaskSettings } from "../tasks/task-settings.js";
import { checkCacheHint } from "./check-cache-hint.js";
import { checkCallOptions } from "./check-call-options.js";
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
  /** How tasks are stored, if the options set it. */
  readonly tasks: TaskSettings | undefined;
  /** Reports to the operator what clients must not see. */
  readonly report: Report;
}

/**
 * Checks the options of a server, and makes its settings.
 *
 * @param server The server info of the manifests
 * @param problems Collects invalid options
 */
export function resolveServerSettings(
  options: DefineServerOptions,
  server: ServerInfo | undefined,
  problems: string[],
): ServerSettings {
  const { info, secret, skills, tasks, pageSize, cache, use, errors, onError } = options;
  if (errors !== undefined || options.arguments !== undefined) checkCallOptions(options, problems);
  const secretKey = collectProblem(() => createSecretKey(secret), problems) ?? createSecretKey();
  if (cache !== undefined) collectProblem(() => checkCacheHint(cache), problems, "the option cache cannot be used: ");
  if (use !== undefined && !(Array.isArray(use) && use.every((middleware) => typeof middleware === "function"))) {
    problems.push("the option use must be an array of functions");
  }
  if (pageSize !== undefined && !(pageSize >= 1)) {
    problems.push(`the option pageSize must be at least 1, not ${pageSize}`);
  }
  return {
    server: { ...(server as ServerInfo), ...info },
    secretKey,
    skills,
    tasks: tasks && collectProblem(() => resolveTaskOptions(tasks), problems, "the option tasks cannot be used: "),
    pageSize: pageSize === undefined ? Number.POSITIVE_INFINITY : Math.floor(pageSize),
    cache,
    report: createReport(onError ?? reportToStderr, errors),
  };
}
