import type { DefineServerOptions } from "./define-server-options.js";

/** Adds what is wrong with the options about all calls to `problems`. */
export function checkCallOptions(
  { errors, arguments: mode }: Pick<DefineServerOptions, "errors" | "arguments">,
  problems: string[],
): void {
  if (!["undefined", "function"].includes(typeof errors) && errors !== "masked" && errors !== "exposed") {
    problems.push(`the option errors must be "masked", "exposed" or a function, not ${JSON.stringify(errors)}`);
  }
  if (mode !== undefined && mode !== "strict" && mode !== "lenient") {
    problems.push(`the option arguments must be "strict" or "lenient", not ${JSON.stringify(mode)}`);
  }
}
