import type { Registry } from "../registry/registry.js";
import type { Page, Pager } from "./create-pager.js";
import { listInstances } from "./list-instances.js";

/**
 * Gives one page of a list: the first, without a cursor.
 *
 * @throws ProtocolFault when the cursor is none of ours, or the list has changed since
 */
export type List = (cursor: string | undefined, signal: AbortSignal) => Promise<Page>;

/** The four lists of a server, in the order of the source. */
export interface Lists {
  readonly tools: List;
  readonly prompts: List;
  readonly resources: List;
  readonly templates: List;
}

/** Makes the lists of a registry. Each is put together once, and again when what is enabled has changed. */
export function createLists(registry: Registry, page: Pager): Lists {
  const createList = (name: string, primitives: () => Primitives, listMore?: typeof listInstances): List => {
    const definitionsOf = ofLatest(toDefinitions);
    const digestOf = ofLatest(digest);
    return async (cursor, signal) => {
      const fixed = definitionsOf(primitives());
      const items = listMore === undefined ? fixed : distinct([...fixed, ...(await listMore(registry, signal))]);
      return page(items, cursor, async () => `${name} ${await digestOf(fixed)}`);
    };
  };

  return {
    tools: createList("tools", () => registry.tools),
    prompts: createList("prompts", () => registry.prompts),
    resources: createList("resources", () => registry.resources, listInstances),
    templates: createList("templates", () => registry.templates),
  };
}

interface Primitives {
  values(): Iterable<{ readonly definition: object }>;
}

function toDefinitions(primitives: Primitives): readonly object[] {
  return Array.from(primitives.values(), ({ definition }) => definition);
}

async function digest(definitions: readonly object[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(definitions));
  return String(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** A resource that is listed twice, as itself and as an instance of a template, is what it is by itself. */
function distinct(items: readonly object[]): readonly object[] {
  const byUri = new Map<unknown, object>();
  for (const item of items) {
    const { uri } = item as { readonly uri?: unknown };
    if (!byUri.has(uri)) byUri.set(uri, item);
  }
  return [...byUri.values()];
}

/** The function, but the value for the argument it was called with last is kept. */
function ofLatest<In, Out>(compute: (of: In) => Out): (of: In) => Out {
  let latest: { readonly of: In; readonly value: Out } | undefined;
  return (of) => {
    if (latest === undefined || latest.of !== of) latest = { of, value: compute(of) };
    return latest.value;
  };
}
