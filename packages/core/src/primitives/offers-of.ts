import type { Catalog } from "./catalog.js";
import type { Primitives } from "./primitive.js";

/** Which kinds of primitives clients are told of. */
export interface Offers {
  readonly tools: boolean;
  readonly prompts: boolean;
  readonly resources: boolean;
  /** Arguments of prompts and variables of templates can be completed. */
  readonly completions: boolean;
}

/** What a server offers, now or later: all kinds, if primitives can be added while it runs. */
export function offersOf({ declared, isOpen }: Pick<Catalog, "declared" | "isOpen">): Offers {
  const { tools, prompts, resources, templates } = declared;
  return {
    tools: isOpen || tools.size > 0,
    prompts: isOpen || prompts.size > 0,
    resources: isOpen || resources.size + templates.length > 0,
    completions: isOpen || canComplete(declared),
  };
}

function canComplete({ prompts, templates }: Primitives): boolean {
  const all = [...prompts.values(), ...templates].flatMap(({ completers }) => [...completers.values()]);
  return all.some((completer) => completer !== undefined);
}
