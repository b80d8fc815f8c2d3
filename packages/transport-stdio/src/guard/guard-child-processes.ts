import childProcess, { ChildProcess } from "node:child_process";
import { type Call, guardMethod } from "./guard-method.js";
import { keepOffProtocol } from "./keep-off-protocol.js";

const SYNCHRONOUS = ["spawnSync", "execSync", "execFileSync"] as const;

/** Makes child processes inherit stderr instead of stdout, and no input instead of stdin. */
export function guardChildProcesses(): (() => void)[] {
  const redirect = (start: Call, args: readonly unknown[]) => start(...args.map(redirectStdio));
  return [
    // `spawn`, `exec`, `execFile` and `fork` all call this method, however they were imported.
    guardMethod(ChildProcess.prototype as unknown as { spawn: unknown }, "spawn", redirect),
    ...SYNCHRONOUS.map((name) => guardMethod(childProcess, name, redirect)),
  ];
}

function redirectStdio(argument: unknown): unknown {
  if (typeof argument !== "object" || argument === null || !("stdio" in argument)) return argument;
  return { ...argument, stdio: keepOffProtocol(argument.stdio) };
}
