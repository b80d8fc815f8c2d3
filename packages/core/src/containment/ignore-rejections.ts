/**
 * Lets unhandled rejections pass whose reasons are to be ignored. All others are treated as `--unhandled-rejections` says,
 * which Node itself no longer does once somebody listens.
 *
 * @returns what ends it
 */
export function ignoreRejections(isIgnored: (reason: unknown) => boolean): () => void {
  if (typeof process === "undefined" || typeof process.on !== "function") return () => undefined;
  const listener = (reason: unknown): void => {
    if (!isIgnored(reason) && process.listenerCount("unhandledRejection") === 1) treatAsNode(reason);
  };
  process.on("unhandledRejection", listener);
  return () => void process.off("unhandledRejection", listener);
}

/** In the other modes, Node has done it before (`strict`) or does it whether somebody listens or not (`warn`, `none`). */
function treatAsNode(reason: unknown): void {
  const mode = unhandledRejectionsMode();
  if (mode === "throw") {
    // Not at once, because it would keep Node from telling of the other rejections.
    process.nextTick(() => {
      throw reason;
    });
  } else if (mode === "warn-with-error-code") {
    process.exitCode = 1;
    const text = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
    process.emitWarning(text, "UnhandledPromiseRejectionWarning");
  }
}

function unhandledRejectionsMode(): string {
  const options = [process.env.NODE_OPTIONS ?? "", ...process.execArgv].join(" ");
  const said = [...options.matchAll(/--unhandled[-_]rejections[= ](\S+)/g)];
  return said.at(-1)?.[1] ?? "throw";
}
