// Written by guard-preload.test.ts with UPDATE=1.

/** `guardThread` and all it needs, for worker threads: CommonJS that expects `require`. */
export const GUARD_PRELOAD: string = `\
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// src/guard/guard-thread.ts
var import_node_module = require("node:module");

// src/guard/guard-child-processes.ts
var import_node_child_process = __toESM(require("node:child_process"), 1);

// src/guard/guard-switch.ts
var guardSwitch = { on: false };

// src/guard/replace-property.ts
function replaceProperty(target, key, replacement) {
  const former = Object.getOwnPropertyDescriptor(target, key);
  const enumerable = former?.enumerable ?? true;
  const writable = "value" in replacement ? { writable: true } : {};
  Object.defineProperty(target, key, { configurable: true, enumerable, ...writable, ...replacement });
  const ours = Object.getOwnPropertyDescriptor(target, key);
  return () => {
    const current = Object.getOwnPropertyDescriptor(target, key);
    if (current?.value !== ours?.value || current?.get !== ours?.get) return;
    if (former === void 0) delete target[key];
    else Object.defineProperty(target, key, former);
  };
}

// src/guard/guard-method.ts
function guardMethod(target, name, instead) {
  const value = new Proxy(target[name], {
    apply(method, self, args) {
      const call = (...changed) => Reflect.apply(method, self, changed);
      return guardSwitch.on ? instead(call, args) : call(...args);
    }
  });
  return replaceProperty(target, name, { value });
}

// src/guard/keep-off-protocol.ts
var STDIN = 0;
var STDOUT = 1;
var STDERR = 2;
function keepOffProtocol(stdio) {
  const entries = stdio === "inherit" ? ["inherit", "inherit", "inherit"] : stdio;
  if (!Array.isArray(entries)) return stdio;
  return entries.map((entry, index) => {
    const descriptor = entry === "inherit" ? index : descriptorOf(entry);
    if (descriptor === STDIN) return "ignore";
    return descriptor === STDOUT ? STDERR : entry;
  });
}
function descriptorOf(entry) {
  return typeof entry === "object" && entry !== null && "fd" in entry ? entry.fd : entry;
}

// src/guard/guard-child-processes.ts
var SYNCHRONOUS = ["spawnSync", "execSync", "execFileSync"];
function guardChildProcesses() {
  const redirect = (start, args) => start(...args.map(redirectStdio));
  return [
    // \`spawn\`, \`exec\`, \`execFile\` and \`fork\` all end here, whichever way they were imported.
    guardMethod(import_node_child_process.ChildProcess.prototype, "spawn", redirect),
    ...SYNCHRONOUS.map((name) => guardMethod(import_node_child_process.default, name, redirect))
  ];
}
function redirectStdio(argument) {
  if (typeof argument !== "object" || argument === null || !("stdio" in argument)) return argument;
  return { ...argument, stdio: keepOffProtocol(argument.stdio) };
}

// src/guard/guard-files.ts
var import_node_fs = __toESM(require("node:fs"), 1);
var import_node_os = __toESM(require("node:os"), 1);
var import_node_process = __toESM(require("node:process"), 1);

// src/guard/is-system-error.ts
function isSystemError(error) {
  return error instanceof Error && "syscall" in error;
}

// src/guard/guard-files.ts
var STDIN2 = 0;
var STDOUT2 = 1;
var STDERR2 = 2;
var READERS = ["read", "readv", "readFile", "readSync", "readvSync", "readFileSync"];
var WRITERS = ["write", "writev", "writeFile", "appendFile"];
var SYNCHRONOUS_WRITERS = ["writeSync", "writevSync", "writeFileSync", "appendFileSync"];
function guardFiles() {
  return [
    ...READERS.map((name) => guardMethod(import_node_fs.default, name, read)),
    ...WRITERS.map((name) => guardMethod(import_node_fs.default, name, write)),
    ...SYNCHRONOUS_WRITERS.map((name) => guardMethod(import_node_fs.default, name, writeSync)),
    guardMethod(import_node_fs.default, "close", close),
    guardMethod(import_node_fs.default, "closeSync", closeSync)
  ];
}
function read(call, [file, ...rest]) {
  return call(file === STDIN2 ? nullDevice() : file, ...rest);
}
function write(call, args) {
  const [file, ...rest] = args;
  const done = rest.pop();
  if (file !== STDOUT2 || typeof done !== "function") return call(...args);
  const toStream = () => {
    const bytes = bytesOf(rest);
    import_node_process.default.stderr.write(bytes, () => done(null, bytes.length, rest[0]));
  };
  if (isStderrBusy()) return toStream();
  const callback = (error, ...results) => isSystemError(error) ? toStream() : done(error, ...results);
  return call(STDERR2, ...rest, callback);
}
function writeSync(call, args) {
  const [file, ...rest] = args;
  if (file !== STDOUT2) return call(...args);
  try {
    if (!isStderrBusy()) return call(STDERR2, ...rest);
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  const bytes = bytesOf(rest);
  import_node_process.default.stderr.write(bytes);
  return bytes.length;
}
function isStderrBusy() {
  return import_node_process.default.stderr.writableLength > 0;
}
function bytesOf([data, ...options]) {
  if (typeof data === "string") return Buffer.from(data, encodingOf(options));
  if (Array.isArray(data)) return Buffer.concat(data.map(toBuffer));
  const bytes = toBuffer(data);
  const [first, second] = options;
  const { offset, length } = isObject(first) ? first : { offset: first, length: second };
  const start = typeof offset === "number" ? offset : 0;
  return bytes.subarray(start, typeof length === "number" ? start + length : void 0);
}
function toBuffer({ buffer, byteOffset, byteLength }) {
  return Buffer.from(buffer, byteOffset, byteLength);
}
function encodingOf(options) {
  const encoding = options.find((option) => typeof option === "string") ?? options.find(isObject)?.encoding;
  return encoding;
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}
function close(call, [file, done, ...rest]) {
  if (file !== STDIN2 && file !== STDOUT2) return call(file, done, ...rest);
  if (typeof done === "function") import_node_process.default.nextTick(() => done(null));
  return void 0;
}
function closeSync(call, [file, ...rest]) {
  return file === STDIN2 || file === STDOUT2 ? void 0 : call(file, ...rest);
}
var opened;
function nullDevice() {
  opened ??= import_node_fs.default.openSync(import_node_os.default.devNull, "r");
  return opened;
}

// src/guard/guard-workers.ts
var import_node_path = __toESM(require("node:path"), 1);
var import_node_process2 = __toESM(require("node:process"), 1);
var import_node_worker_threads = __toESM(require("node:worker_threads"), 1);
var GUARD_CODE = "plainmcp:guard";
var RUN_GUARD = \`compileFunction(getEnvironmentData("\${GUARD_CODE}"), ["require"])\`;
var MODULE = [
  'import { createRequire } from "node:module";',
  'import { compileFunction } from "node:vm";',
  'import { getEnvironmentData } from "node:worker_threads";',
  \`\${RUN_GUARD}(createRequire(process.execPath));\`
];
var PRELOAD = ["--import", \`data:text/javascript,\${encodeURIComponent(MODULE.join(" "))}\`];
function guardWorkers() {
  removePreload();
  const { Worker } = import_node_worker_threads.default;
  const guarded = new Proxy(Worker, {
    construct(target, [file, options = {}, ...rest], newTarget) {
      const create = (entry, changed) => Reflect.construct(target, [entry, changed, ...rest], newTarget);
      return guardSwitch.on && isObject2(options) ? createGuarded(create, file, options) : create(file, options);
    }
  });
  return [
    replaceProperty(import_node_worker_threads.default, "Worker", { value: guarded }),
    replaceProperty(Worker.prototype, "constructor", { value: guarded })
  ];
}
function removePreload() {
  const index = import_node_process2.default.execArgv.indexOf(PRELOAD[1]);
  if (index > 0) import_node_process2.default.execArgv.splice(index - 1, PRELOAD.length);
}
function createGuarded(create, file, options) {
  const { execArgv } = options;
  if (execArgv && !Array.isArray(execArgv)) return create(file, options);
  if (!canImportFirst(file, options)) return create(file, options);
  const entry = options.eval && typeof file === "string" ? withPrelude(file) : file;
  const preload = (own) => create(entry, { ...options, execArgv: [...PRELOAD, ...own] });
  return execArgv ? preload(execArgv) : createInheriting(preload);
}
function createInheriting(create) {
  let inherited = toOptions(import_node_process2.default.execArgv);
  for (; ; ) {
    try {
      return create(inherited.flat());
    } catch (error) {
      const { code, message } = error;
      if (code !== "ERR_WORKER_INVALID_EXEC_ARGV" || inherited.length === 0) throw error;
      const accepted = inherited.filter(([option = ""]) => !message.includes(option));
      inherited = accepted.length < inherited.length ? accepted : [];
    }
  }
}
function toOptions(execArgv) {
  const options = [];
  for (const argument of execArgv) {
    if (argument.startsWith("-")) options.push([argument]);
    else options.at(-1)?.push(argument);
  }
  return options;
}
function canImportFirst(file, { eval: isSource, env, execArgv }) {
  if (isSource || file instanceof URL && file.protocol === "data:") return true;
  const { NODE_OPTIONS } = isObject2(env) ? env : import_node_process2.default.env;
  const options = [...execArgv || import_node_process2.default.execArgv, NODE_OPTIONS].join(" ");
  if (/(^|\\s)--(import|loader|experimental-loader)\\b/.test(options)) return true;
  const extension = import_node_path.default.extname(file instanceof URL ? file.pathname : String(file));
  if (/^\\.[cm]?js$/.test(extension)) return true;
  const stripsTypes = "typescript" in import_node_process2.default.features && Boolean(import_node_process2.default.features.typescript);
  return stripsTypes && /^\\.[cm]?ts$/.test(extension) && !/(^|\\s)(-r|--require)\\b/.test(options);
}
function withPrelude(source) {
  const [head] = HEAD.exec(source);
  const load = 'const { getEnvironmentData } = r("node:worker_threads"), { compileFunction } = r("node:vm");';
  const prelude = \`;if (globalThis.require) { const r = globalThis.require; \${load} \${RUN_GUARD}(r); };\`;
  return head + prelude + source.slice(head.length);
}
var HEAD = /^(?:#!.*)?(?:\\s|\\/\\/.*|\\/\\*[\\s\\S]*?\\*\\/)*(?:(["'])use strict\\1)?/;
function isObject2(value) {
  return typeof value === "object" && value !== null;
}

// src/guard/guard-thread.ts
function guardThread() {
  guardSwitch.on = true;
  const restore = [...guardFiles(), ...guardChildProcesses(), ...guardWorkers()];
  (0, import_node_module.syncBuiltinESMExports)();
  return () => {
    guardSwitch.on = false;
    for (const undo of restore) undo();
    (0, import_node_module.syncBuiltinESMExports)();
  };
}

// src/guard/guard-preload.ts
guardThread();
`;
