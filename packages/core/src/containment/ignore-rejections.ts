/**
 * Ignores unhandled rejections with certain reasons. All others are treated as `--unhandled-rejections` demands,
 * because Node no longer does so once there is a listener.
 *
 * @returns a function that ends it
 */
export function ignoreRejections(isIgnored: (reason: unknown) => boolean): () => void {
  if (typeof process === "undefined" || typeof process.on !== "function") return () => undefined;
  const listener = (reason: unknown): void => {
    if (!isIgnored(reason) && process.listenerCount("unhandledRejection") === 1) treatAsNode(reason);
  };
  process.on("unhandledRejection", listener);
  return () => void process.off("unhandledRejection", listener);
}

/**
 * Needed only in some modes. In the others Node acts earlier (`strict`), or regardless of listeners (`warn`, `none`).
 */
function treatAsNode(reason: unknown): void {
  const mode = unhandledRejectionsMode();
  if (mode === "throw") {
    // Later, because throwing here would keep Node from reporting the other rejections.
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
  const modes = [...options.matchAll(/--unhandled[-_]rejections[= ](\S+)/g)];
  return modes.at(-1)?.[1] ?? "throw";
}
