import { AsyncLocalStorage } from "node:async_hooks";
import http from "node:http";
import { register } from "node:module";

const chains = new AsyncLocalStorage();

/** Runs the body of a function of ours, called by whatever called it. */
globalThis.__trace = (file, run) => {
  seen?.add(file);
  return chains.run({ file, caller: chains.getStore() }, run);
};

let seen;

/** The files of which a function was called from now on. */
globalThis.__watch = () => {
  seen = new Set();
  return seen;
};

// What a request runs begins with the request, and not with what has begun to listen for it.
const { emit } = http.Server.prototype;
http.Server.prototype.emit = function (...args) {
  return chains.exit(() => emit.apply(this, args));
};

/** The files of the functions that have led to this place, the first one first. */
globalThis.__chain = () => {
  const files = [];
  for (let at = chains.getStore(); at !== undefined; at = at.caller) files.unshift(at.file);
  return files;
};

register("./instrument.mjs", import.meta.url);
