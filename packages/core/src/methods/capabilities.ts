import { APPS } from "../apps/register-pages.js";
import { usesPages } from "../apps/uses-pages.js";
import type { Era } from "../context.js";
import { offersOf } from "../primitives/offers-of.js";
import { SKILLS } from "../skills/register-skills.js";
import { TASKS } from "../tasks/tasks.js";
import type { ServerState } from "./server-state.js";

/** The clients that capabilities are declared to. */
export interface Clients {
  readonly era: Era;
  /** Whether they can receive notifications of changes. */
  readonly hearChanges: boolean;
}

/** The capabilities that a server declares to clients. */
export interface Capabilities {
  readonly logging: object;
  readonly tools?: { readonly listChanged?: boolean };
  readonly prompts?: { readonly listChanged?: boolean };
  readonly resources?: { readonly listChanged?: boolean; readonly subscribe?: boolean };
  readonly completions?: object;
  readonly extensions?: { readonly [extension: string]: object };
}

/** The capabilities of a server, as its primitives and options require. */
export function capabilities(server: ServerState, { era, hearChanges }: Clients): Capabilities {
  const offers = offersOf(server.catalog);
  const list = hearChanges ? { listChanged: true } : {};
  const extensions = extensionsOf(server, era);
  return {
    logging: {},
    ...(Object.keys(extensions).length > 0 && { extensions }),
    ...(offers.tools && { tools: list }),
    ...(offers.resources && { resources: { ...list, ...(hearChanges && { subscribe: true }) } }),
    ...(offers.prompts && { prompts: list }),
    ...(offers.completions && { completions: {} }),
  };
}

function extensionsOf({ catalog, settings, tasks }: ServerState, era: Era): Record<string, object> {
  return {
    // Hosts of both eras look for this extension. Legacy revisions do not have the others.
    ...(usesPages(catalog.declared.tools.values()) && { [APPS]: {} }),
    ...(era === "modern" && settings.skills && { [SKILLS]: { directoryRead: true } }),
    ...(era === "modern" && tasks && { [TASKS]: {} }),
  };
}
