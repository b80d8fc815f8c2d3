/**
 * Imports a module so that `node --watch` watches what it imports, but not the module itself: it is removed soon, and
 * that would restart the process, again and again.
 */
export async function importUnwatched(url: string): Promise<Record<string, unknown>> {
  const { send } = process;
  if (send === undefined) return await import(url);
  const sendOthers: typeof send = (...args) => isReportOf(url, args[0]) || Reflect.apply(send, process, args);
  process.send = sendOthers;
  try {
    return await import(url);
  } finally {
    if (process.send === sendOthers) process.send = send;
  }
}

function isReportOf(url: string, message: unknown): boolean {
  const { "watch:import": imported } = (message ?? {}) as { readonly "watch:import"?: unknown };
  return Array.isArray(imported) && imported.includes(url);
}
