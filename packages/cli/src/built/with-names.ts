/** Gives what a module exports its name again, which users see in logs, and which minifying has changed. */
export function withNames<Module extends object>(module: Module): Module {
  for (const [name, value] of Object.entries(module)) {
    if (typeof value === "function") Object.defineProperty(value, "name", { value: name, configurable: true });
  }
  return module;
}
