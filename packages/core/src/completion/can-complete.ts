import type { Registry } from "../registry/registry.js";

/** Whether there is an argument or a variable that something is known of. */
export function canComplete({ declared: { prompts, templates } }: Registry): boolean {
  const all = [...prompts.values(), ...templates].flatMap(({ completers }) => [...completers.values()]);
  return all.some((completer) => completer !== undefined);
}
