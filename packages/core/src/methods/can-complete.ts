import type { Primitives } from "../primitives/primitive.js";

/** Whether any argument or variable has a completer. */
export function canComplete({ prompts, templates }: Primitives): boolean {
  const all = [...prompts.values(), ...templates].flatMap(({ completers }) => [...completers.values()]);
  return all.some((completer) => completer !== undefined);
}
