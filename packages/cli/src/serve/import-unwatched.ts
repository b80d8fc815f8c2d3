/**
 * Imports a module without telling `node --watch` of it, but of all that it imports. The module is about to be removed,
 * which would otherwise start the process again, and so for ever.
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
