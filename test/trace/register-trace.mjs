import { AsyncLocalStorage } from "node:async_hooks";
import http from "node:http";
import { register } from "node:module";

const chains = new AsyncLocalStorage();

/** Runs the body of one of our functions, and records its file and its caller. */
globalThis.__trace = (file, run) => {
  seen?.add(file);
  return chains.run({ file, caller: chains.getStore() }, run);
};

let seen;

/** Returns a set that collects the files whose functions are called from now on. */
globalThis.__watch = () => {
  seen = new Set();
  return seen;
};

// The chain of a request begins with the request, and not with the code that started to listen.
const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (...args) {
  return chains.exit(() => emit.apply(this, args));
};

/** The files of the functions that led to this call, the outermost first. */
globalThis.__chain = () => {
  const files = [];
  for (let at = chains.getStore(); at !== undefined; at = at.caller) files.unshift(at.file);
  return files;
};

register("./instrument.mjs", import.meta.url);
