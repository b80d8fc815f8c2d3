import { principalOf } from "../call/principal-of.js";
import type { Caller } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Primitives, Template } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import type { Page, Pager } from "./create-pager.js";
import { listInstances } from "./list-instances.js";
import { ofLatest } from "./of-latest.js";

/**
 * Returns one page of a list: without a cursor, the first one.
 *
 * @throws FaultError when the cursor is invalid, belongs to another caller, or the list has changed since
 */
export type List = (cursor: string | undefined, reader: ListReader) => Awaitable<Page>;

/** The reader of a list. */
export interface ListReader {
  readonly caller: Caller | undefined;
  readonly signal: AbortSignal;
}

/** The four lists of a server, in source order. */
export interface Lists {
  readonly tools: List;
  readonly prompts: List;
  readonly resources: List;
  readonly templates: List;
}

/** Makes the lists of a catalog. Each is built once, and again when primitives are enabled or disabled. */
export function createLists(catalog: Catalog, page: Pager, report: Report): Lists {
  const createList = (kind: keyof Primitives): List => {
    const definitionsOf = ofLatest(toDefinitions);
    const digestOf = ofLatest(digest);
    return (cursor, reader) => {
      const primitives = catalog.enabled();
      const { templates } = primitives;
      const fixed = definitionsOf(primitives[kind]);
      const hasInstances = kind === "resources" && templates.some((template) => template.listInstances !== undefined);
      const items = hasInstances ? withInstances(fixed, templates, reader) : fixed;
      const state = async () => JSON.stringify([kind, await digestOf(fixed), principalOf(reader.caller)]);
      return after(items, (items) => page(items, cursor, state));
    };
  };

  const withInstances = async (fixed: readonly object[], templates: readonly Template[], { signal }: ListReader) =>
    distinct([...fixed, ...(await listInstances(templates, report, signal))]);

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

/** Removes duplicates: a fixed resource takes precedence over the same URI of a template. */
function distinct(items: readonly object[]): readonly object[] {
  const byUri = new Map<unknown, object>();
  for (const item of items) {
    const { uri } = item as { readonly uri?: unknown };
    if (!byUri.has(uri)) byUri.set(uri, item);
  }
  return [...byUri.values()];
}
