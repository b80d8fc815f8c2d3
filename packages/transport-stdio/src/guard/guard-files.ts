import fs from "node:fs";
import process from "node:process";
import { type Call, guardMethod } from "./guard-method.js";
import { isObject } from "./is-object.js";
import { isSystemError } from "./is-system-error.js";

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

const READERS = ["read", "readv", "readFile", "readSync", "readvSync", "readFileSync"] as const;
const WRITERS = ["write", "writev", "writeFile", "appendFile"] as const;
const SYNCHRONOUS_WRITERS = ["writeSync", "writevSync", "writeFileSync", "appendFileSync"] as const;

type Callback = (error: unknown, ...results: unknown[]) => void;

/**
 * Keeps calls of `fs` functions off the protocol's descriptors: writes to stdout go to stderr, stdin is empty, and neither
 * can be closed.
 */
export function guardFiles(): (() => void)[] {
  return [
    ...READERS.map((name) => guardMethod(fs, name, read)),
    ...WRITERS.map((name) => guardMethod(fs, name, write)),
    ...SYNCHRONOUS_WRITERS.map((name) => guardMethod(fs, name, writeSync)),
    guardMethod(fs, "close", close),
    guardMethod(fs, "closeSync", closeSync),
  ];
}

function read(call: Call, [file, ...rest]: readonly unknown[]): unknown {
  return call(file === STDIN ? nullDevice() : file, ...rest);
}

function write(call: Call, args: readonly unknown[]): unknown {
  const [file, ...rest] = args;
  const done = rest.pop();
  if (file !== STDOUT || typeof done !== "function") return call(...args);
  const toStream = (): void => {
    const bytes = bytesOf(rest);
    process.stderr.write(bytes, () => done(null, bytes.length, rest[0]));
  };
  if (isStderrBusy()) return toStream();
  const callback: Callback = (error, ...results) => (isSystemError(error) ? toStream() : done(error, ...results));
  return call(STDERR, ...rest, callback);
}

function writeSync(call: Call, args: readonly unknown[]): unknown {
  const [file, ...rest] = args;
  if (file !== STDOUT) return call(...args);
  try {
    if (!isStderrBusy()) return call(STDERR, ...rest);
  } catch (error) {
    // A caller that writes to stdout cannot handle a failure of stderr. So `process.stderr` takes over: it waits while the
    // pipe is full. If the pipe is closed, nobody reads the output anyway.
    if (!isSystemError(error)) throw error;
  }
  const bytes = bytesOf(rest);
  process.stderr.write(bytes);
  return bytes.length;
}

/** Whether output waits in the stream. Later output must not overtake it. */
function isStderrBusy(): boolean {
  return process.stderr.writableLength > 0;
}

/** The bytes to write, from the arguments of an `fs` function after the file: text, bytes, a part of them, or an array. */
function bytesOf([data, ...options]: readonly unknown[]): Uint8Array {
  if (typeof data === "string") return Buffer.from(data, encodingOf(options));
  if (Array.isArray(data)) return Buffer.concat(data.map(toBuffer));
  const bytes = toBuffer(data as ArrayBufferView);
  const [first, second] = options;
  const { offset, length } = isObject(first) ? first : { offset: first, length: second };
  const start = typeof offset === "number" ? offset : 0;
  return bytes.subarray(start, typeof length === "number" ? start + length : undefined);
}

function toBuffer({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function encodingOf(options: readonly unknown[]): BufferEncoding | undefined {
  const encoding = options.find((option) => typeof option === "string") ?? options.find(isObject)?.encoding;
  return encoding as BufferEncoding | undefined;
}

// Streams over a descriptor close it when they end.
function close(call: Call, [file, done, ...rest]: readonly unknown[]): unknown {
  if (file !== STDIN && file !== STDOUT) return call(file, done, ...rest);
  if (typeof done === "function") process.nextTick(() => done(null));
  return undefined;
}

function closeSync(call: Call, [file, ...rest]: readonly unknown[]): unknown {
  return file === STDIN || file === STDOUT ? undefined : call(file, ...rest);
}

/** Not from `node:os`, which would take time to load at every start. */
const NULL_DEVICE = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";
let opened: number | undefined;

function nullDevice(): number {
  opened ??= fs.openSync(NULL_DEVICE, "r");
  return opened;
}
