import type { Primitives } from "../primitives/primitive.js";

/** Whether there is an argument or a variable that can be completed. */
export function canComplete({ prompts, templates }: Primitives): boolean {
  const all = [...prompts.values(), ...templates].flatMap(({ completers }) => [...completers.values()]);
  return all.some((completer) => completer !== undefined);
}
