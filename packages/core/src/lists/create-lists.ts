import { principalOf } from "../call/principal-of.js";
import type { Caller } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Primitives } from "../primitives/primitive.js";
import type { Report } from "../reporting/create-report.js";
import type { Page, Pager } from "./create-pager.js";
import { listInstances } from "./list-instances.js";

/**
 * Gives one page of a list: the first, without a cursor.
 *
 * @throws FaultError when the cursor is not one of ours, belongs to another caller, or the list has changed since
 */
export type List = (cursor: string | undefined, reader: ListReader) => Promise<Page>;

/** Who reads a list. */
export interface ListReader {
  readonly caller: Caller | undefined;
  readonly signal: AbortSignal;
}

/** The four lists of a server, in the order of the source. */
export interface Lists {
  readonly tools: List;
  readonly prompts: List;
  readonly resources: List;
  readonly templates: List;
}

/** Makes the lists of a catalog. Each is put together once, and again when what is enabled has changed. */
export function createLists(catalog: Catalog, page: Pager, report: Report): Lists {
  const createList = (kind: keyof Primitives): List => {
    const definitionsOf = ofLatest(toDefinitions);
    const digestOf = ofLatest(digest);
    return async (cursor, { caller, signal }) => {
      const primitives = catalog.enabled();
      const fixed = definitionsOf(primitives[kind]);
      const items =
        kind === "resources"
          ? distinct([...fixed, ...(await listInstances(primitives.templates, report, signal))])
          : fixed;
      return page(items, cursor, async () => JSON.stringify([kind, await digestOf(fixed), principalOf(caller)]));
    };
  };

  return {
    tools: createList("tools"),
    prompts: createList("prompts"),
    resources: createList("resources"),
    templates: createList("templates"),
  };
}

interface Listed {
  values(): Iterable<{ readonly definition: object }>;
}

function toDefinitions(primitives: Listed): readonly object[] {
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
