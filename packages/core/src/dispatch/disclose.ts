import { isThenable } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { isToolError, type ToolError } from "../tool-error.js";

/**
 * What the server's option `errors` says that clients get of an error: another error in its place, its message, or
 * nothing.
 */
export function disclose(error: unknown, report: Report): ToolError | string | undefined {
  const { errors } = report;
  if (errors === "exposed") return messageOf(error);
  return typeof errors === "function" ? translate(error, errors, report) : undefined;
}

/**
 * For what a method should not have returned or thrown, because it cannot be sent: that is a mistake of the server, so it
 * is always reported, and no function gives it another meaning.
 */
export function withoutTranslation(report: Report): Report {
  if (typeof report.errors !== "function") return report;
  return (error, source) => report(error, source);
}

/** The message of an error, or text that was thrown; `undefined` if there is none to read. */
function messageOf(error: unknown): string | undefined {
  if (typeof error === "string") return error;
  if (!(error instanceof Error)) return undefined;
  try {
    return [error.message, error.name].find((text) => typeof text === "string" && text !== "");
  } catch {
    return undefined;
  }
}

function translate(error: unknown, errors: (error: unknown) => unknown, report: Report): ToolError | undefined {
  try {
    const translated = errors(error);
    if (translated === undefined || (isToolError(translated) && typeof translated.message === "string"))
      return translated;
    // Its rejection would belong to nobody.
    if (isThenable(translated)) void Promise.resolve(translated).catch(() => undefined);
    throw new TypeError("It must return a ToolError or undefined, and no promise.");
  } catch (failure) {
    report(failure, "the option errors");
    return undefined;
  }
}
