import { principalOf } from "../call/principal-of.js";
import type { Caller, ClientInfo } from "../context.js";
import type { Catalog } from "../primitives/catalog.js";
import type { Primitives, Template } from "../primitives/primitive.js";
import { type Awaitable, after } from "../promises/awaitable.js";
import type { Report } from "../reporting/create-report.js";
import { eraOf } from "../revisions/era-of.js";
import type { Page, Pager } from "./create-pager.js";
import { listInstances } from "./list-instances.js";
import { onceForEach } from "./once-for-each.js";
import { withoutUnsupported } from "./without-unsupported.js";

/**
 * Returns one page of a list: without a cursor, the first one.
 *
 * @throws FaultError when the cursor is invalid, belongs to another caller, or the list has changed since
 */
export type List = (cursor: string | undefined, reader: ListReader) => Awaitable<Page>;

/** The reader of a list. */
export interface ListReader {
  readonly caller: Caller | undefined;
  readonly client: ClientInfo;
  readonly revision: string;
  readonly signal: AbortSignal;
}

/** The four lists of a server, in source order. */
export interface Lists {
  readonly tools: List;
  readonly prompts: List;
  readonly resources: List;
  readonly templates: List;
}

/** What the lists of a server need. */
export interface ListsOptions {
  readonly catalog: Catalog;
  readonly page: Pager;
  readonly report: Report;
  /** Whether legacy clients see only tools whose required capabilities they have. */
  readonly hidesUnsupported: boolean;
}

/** Makes the lists of a catalog. Each is built once, and again when the enabled primitives change. */
export function createLists({ catalog, page, report, hidesUnsupported }: ListsOptions): Lists {
  const definitionsOf = onceForEach(toDefinitions);
  const digestOf = onceForEach(digest);
  const createList = (kind: keyof Primitives): List => {
    const selects = hidesUnsupported && kind === "tools";
    return (cursor, reader) => {
      const primitives = catalog.enabled();
      const { templates } = primitives;
      const fixed = definitionsOf(selects ? toolsFor(primitives, reader) : primitives[kind]);
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

/** The lists of the modern era are the same for all clients. */
function toolsFor({ tools }: Primitives, { revision, client }: ListReader): Primitives["tools"] {
  return eraOf(revision) === "modern" ? tools : withoutUnsupported(tools, client.capabilities);
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
