import path from "node:path";
import process from "node:process";
import workerThreads, { type WorkerOptions } from "node:worker_threads";
import { guardSwitch } from "./guard-switch.js";
import { isObject } from "./is-object.js";
import { replaceProperty } from "./replace-property.js";

/** Key of the guard's code in the environment data, which workers inherit from their parents. */
export const GUARD_CODE = "plainmcp:guard";

// Not with `eval`, which may be disabled.
const RUN_GUARD = `compileFunction(getEnvironmentData("${GUARD_CODE}"), ["require"])`;

const MODULE = [
  'import { createRequire } from "node:module";',
  'import { compileFunction } from "node:vm";',
  'import { getEnvironmentData } from "node:worker_threads";',
  `${RUN_GUARD}(createRequire(process.execPath));`,
];
const PRELOAD = ["--import", `data:text/javascript,${encodeURIComponent(MODULE.join(" "))}`] as const;

/** Makes each worker thread that is created from now on run its guard before anything else. */
export function guardWorkers(prepareWorker: () => void): (() => void)[] {
  removePreload();
  const { Worker } = workerThreads;
  const guarded = new Proxy(Worker, {
    construct(target, [file, options = {}, ...rest], newTarget) {
      const create: Create = (entry, changed) => Reflect.construct(target, [entry, changed, ...rest], newTarget);
      if (!guardSwitch.on || !isObject(options)) return create(file, options);
      prepareWorker();
      return createGuarded(create, file, options);
    },
  });
  return [
    replaceProperty(workerThreads, "Worker", { value: guarded }),
    replaceProperty(Worker.prototype as { constructor: unknown }, "constructor", { value: guarded }),
  ];
}

// A worker passes its options on to the processes that it forks, whose stdout may not be the protocol's.
function removePreload(): void {
  const index = process.execArgv.indexOf(PRELOAD[1]);
  if (index > 0) process.execArgv.splice(index - 1, PRELOAD.length);
}

type Create = (file: unknown, options: WorkerOptions) => object;

function createGuarded(create: Create, file: unknown, options: WorkerOptions): object {
  const { execArgv } = options;
  // Node ignores falsy values, and throws for anything else that is not an array.
  if (execArgv && !Array.isArray(execArgv)) return create(file, options);
  if (!canImportFirst(file, options)) return create(file, options);
  const entry = options.eval && typeof file === "string" ? withPrelude(file) : file;
  // First, so that it runs before their own preloads.
  const preload = (own: readonly string[]) => create(entry, { ...options, execArgv: [...PRELOAD, ...own] });
  return execArgv ? preload(execArgv) : createInheriting(preload);
}

// A worker without `execArgv` inherits all options, but one with `execArgv` refuses those of the whole process. Only the
// error says which ones these are.
function createInheriting(create: (execArgv: readonly string[]) => object): object {
  let inherited = toOptions(process.execArgv);
  for (;;) {
    try {
      return create(inherited.flat());
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== "ERR_WORKER_INVALID_EXEC_ARGV" || inherited.length === 0) throw error;
      const accepted = inherited.filter(([option = ""]) => !message.includes(option));
      inherited = accepted.length < inherited.length ? accepted : [];
    }
  }
}

/** Groups arguments by option: each option with the values that follow it. */
function toOptions(execArgv: readonly string[]): string[][] {
  const options: string[][] = [];
  for (const argument of execArgv) {
    if (argument.startsWith("-")) options.push([argument]);
    else options.at(-1)?.push(argument);
  }
  return options;
}

/**
 * Whether the worker still starts with an `--import`. Node then loads its file as a module: it must know the extension, and
 * ignores the hooks by which `require` learns other languages.
 */
function canImportFirst(file: unknown, { eval: isSource, env, execArgv }: WorkerOptions): boolean {
  if (isSource || (file instanceof URL && file.protocol === "data:")) return true;
  const { NODE_OPTIONS } = isObject(env) ? env : process.env;
  const options = [...(execArgv || process.execArgv), NODE_OPTIONS].join(" ");
  if (/(^|\s)--(import|loader|experimental-loader)\b/.test(options)) return true;
  const extension = path.extname(file instanceof URL ? file.pathname : String(file));
  if (/^\.[cm]?js$/.test(extension)) return true;
  const stripsTypes = "typescript" in process.features && Boolean(process.features.typescript);
  return stripsTypes && /^\.[cm]?ts$/.test(extension) && !/(^|\s)(-r|--require)\b/.test(options);
}

/** Makes a source run the guard itself, because Node runs no `--import` before a CommonJS source. */
function withPrelude(source: string): string {
  const [head] = HEAD.exec(source) as RegExpExecArray;
  // On the first line, to keep line numbers, and with the global `require`, because the source may declare its own later.
  const load = 'const { getEnvironmentData } = r("node:worker_threads"), { compileFunction } = r("node:vm");';
  const prelude = `;if (globalThis.require) { const r = globalThis.require; ${load} ${RUN_GUARD}(r); };`;
  return head + prelude + source.slice(head.length);
}

/** The beginning of a source that must stay first: a hashbang, comments and "use strict". */
const HEAD = /^(?:#!.*)?(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*(?:(["'])use strict\1)?/;
