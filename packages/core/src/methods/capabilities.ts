import { APPS } from "../apps/register-pages.js";
import { usesPages } from "../apps/uses-pages.js";
import type { Era } from "../context.js";
import { SKILLS } from "../skills/register-skills.js";
import { TASKS } from "../tasks/tasks.js";
import { canComplete } from "./can-complete.js";
import { offersResources } from "./offers-resources.js";
import type { ServerState } from "./server-state.js";

/** What kind of client capabilities are declared to. */
export interface Clients {
  readonly era: Era;
  /** Whether there is a way to tell them of changes. */
  readonly hearChanges: boolean;
}

/** What a server can do, as it declares it to clients. */
export interface Capabilities {
  readonly logging: object;
  readonly tools?: { readonly listChanged?: boolean };
  readonly prompts?: { readonly listChanged?: boolean };
  readonly resources?: { readonly listChanged?: boolean; readonly subscribe?: boolean };
  readonly completions?: object;
  readonly extensions?: { readonly [extension: string]: object };
}

/** The capabilities of a server: what its primitives and options make use of. */
export function capabilities(server: ServerState, { era, hearChanges }: Clients): Capabilities {
  const { declared } = server.catalog;
  const list = hearChanges ? { listChanged: true } : {};
  const extensions = extensionsOf(server, era);
  return {
    logging: {},
    ...(Object.keys(extensions).length > 0 && { extensions }),
    ...(declared.tools.size > 0 && { tools: list }),
    ...(offersResources(declared) && { resources: { ...list, ...(hearChanges && { subscribe: true }) } }),
    ...(declared.prompts.size > 0 && { prompts: list }),
    ...(canComplete(declared) && { completions: {} }),
  };
}

function extensionsOf({ catalog, settings, tasks }: ServerState, era: Era): Record<string, object> {
  return {
    // Hosts of either era look for it, unlike the others, which no legacy revision knows.
    ...(usesPages(catalog.declared.tools.values()) && { [APPS]: {} }),
    ...(era === "modern" && settings.skills && { [SKILLS]: { directoryRead: true } }),
    ...(era === "modern" && tasks && { [TASKS]: {} }),
  };
}
