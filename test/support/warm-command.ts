import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** How a command ended and what it printed. */
export interface WarmlyRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs `plainmcp` in a folder, in one process for all commands of a test file: it loads TypeScript and its libraries once,
 * which takes most of the time of a command. `serve` keeps its process, and therefore needs its own.
 */
export function runWarm(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<WarmlyRun> {
  // They share the working directory, and therefore take turns.
  const run = last.then(() => {
    host ??= startHost();
    return host({ folder, args, env: { ...process.env, NO_COLOR: "1", ...env } });
  });
  last = run.catch(() => undefined);
  return run;
}

/**
 * Compiles what `plainmcp serve` with these arguments is going to compile, so that it finds the result in the cache, with
 * {@link CACHE_ON}: compiling is most of what it does at its start.
 */
export async function compileAhead(folder: string, args: readonly string[]): Promise<void> {
  const [, file = "", ...flags] = args;
  const shared = ["--tsconfig", "--schema-warn", "--schema-error", "--type-errors"];
  const taken = flags.flatMap((flag, at) => (shared.includes(flag) ? [flag, flags[at + 1] ?? ""] : []));
  const strict = flags.includes("--strict") ? ["--strict"] : ["--type-errors", "off"];
  await runWarm(folder, ["manifest", file, ...strict, ...taken], CACHE_ON);
}

/** The environment of a command that looks into the cache. */
export const CACHE_ON: Readonly<Record<string, string>> = { PLAINMCP_CACHE: "" };

type Host = (command: Command) => Promise<WarmlyRun>;

interface Command {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

let host: Host | undefined;
let last: Promise<unknown> = Promise.resolve();

/** It ends with the process of the tests. */
function startHost(): Host {
  const script = fileURLToPath(new URL("./warm-command.mjs", import.meta.url));
  const child = fork(script, { execArgv: [] });
  child.unref();
  child.channel?.unref();
  const ended = once(child, "exit").then(([code]) => {
    host = undefined;
    throw new Error(`The process of the commands ended with ${code}.`);
  });
  ended.catch(() => undefined);
  return async (command) => {
    const answered = once(child, "message");
    child.send(command);
    const [result] = await Promise.race([answered, ended]);
    return result as WarmlyRun;
  };
}
