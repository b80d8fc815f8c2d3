import childProcess, { ChildProcess } from "node:child_process";
import { keepOffProtocol } from "./keep-off-protocol.js";
import { replaceProperty } from "./replace-property.js";

const SYNCHRONOUS = ["spawnSync", "execSync", "execFileSync"] as const;

/** Gives child processes stderr where they would inherit stdout, and no input where they would inherit stdin. */
export function guardChildProcesses(): (() => void)[] {
  const redirect: ProxyHandler<(...args: unknown[]) => unknown> = {
    apply: (start, self, args) => Reflect.apply(start, self, args.map(redirectStdio)),
  };
  const guard = <T extends object, K extends keyof T>(target: T, name: K) =>
    replaceProperty(target, name, new Proxy(target[name] as never, redirect) as never);
  return [
    // `spawn`, `exec`, `execFile` and `fork` all end here, whichever way they were imported.
    guard(ChildProcess.prototype as unknown as { spawn: unknown }, "spawn"),
    ...SYNCHRONOUS.map((name) => guard(childProcess, name)),
  ];
}

function redirectStdio(argument: unknown): unknown {
  if (typeof argument !== "object" || argument === null || !("stdio" in argument)) return argument;
  return { ...argument, stdio: keepOffProtocol(argument.stdio) };
}
