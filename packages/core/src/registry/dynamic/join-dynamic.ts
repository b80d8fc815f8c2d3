import type { Primitives } from "../../primitives/primitive.js";
import { RegistrationError } from "../../registration-error.js";
import type { Report } from "../../reporting/create-report.js";
import type { OwnCatalog } from "../create-catalog.js";
import type { DynamicDefinitions } from "./dynamic-definitions.js";
import { DYNAMIC, type DynamicInternals, type DynamicPrimitives } from "./dynamic-primitives.js";
import { registerDefinitions, type Shared } from "./register-definitions.js";
import { warnOfHosts } from "./warn-of-hosts.js";

/** The primitives of a server of which some are dynamic. */
export interface JoinedPrimitives {
  /** All of them, at the start. */
  readonly declared: Primitives;
  /** Has the catalog of the server follow what is added and removed from now on. */
  attach(catalog: OwnCatalog, report: Report): void;
}

/**
 * Adds dynamic primitives to those of classes.
 *
 * @param shared The middleware of the server, and what its tools take
 * @param problems Collects what is wrong with them
 */
export function joinDynamic(
  ofClasses: Primitives,
  members: readonly DynamicPrimitives[],
  shared: Shared,
  problems: string[],
): JoinedPrimitives {
  let declared = ofClasses;
  const atStart = members.map((member) => {
    const added = registerDefinitions(internalsOf(member).definitions(), shared, problems);
    problems.push(...findTaken(declared, added));
    declared = merge(declared, added);
    return added;
  });
  return {
    declared,
    attach: (catalog, report) => {
      for (const added of atStart) warnOfHosts(added, report);
      for (const member of members) {
        internalsOf(member).attach({
          add: (definitions) => {
            const added = checkAddition(catalog, definitions, shared);
            catalog.replace(merge(catalog.declared, added));
            warnOfHosts(added, report);
          },
          remove: (definitions) => catalog.replace(without(catalog.declared, definitions)),
        });
      }
    },
  };
}

/** Makes primitives that are to be added. @throws RegistrationError that lists everything wrong with them */
function checkAddition({ declared, checks }: OwnCatalog, definitions: DynamicDefinitions, shared: Shared): Primitives {
  const problems: string[] = [];
  const added = registerDefinitions(definitions, shared, problems);
  problems.push(...findTaken(declared, added));
  if (problems.length === 0) problems.push(...[...checks].flatMap((check) => check(added)));
  refuse(problems);
  return added;
}

/**
 * Checks what is added while no server serves it.
 *
 * @param current What has been added before
 * @throws RegistrationError that lists everything wrong
 */
export function checkAlone(current: DynamicDefinitions, definitions: DynamicDefinitions): void {
  const problems: string[] = [];
  const added = registerDefinitions(definitions, {}, problems);
  // What was wrong with the others is reported when the server starts.
  problems.push(...findTaken(registerDefinitions(current, {}, []), added));
  refuse(problems);
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) throw new RegistrationError(problems, undefined, "Nothing was added:");
}

function internalsOf(member: DynamicPrimitives): DynamicInternals {
  return member[DYNAMIC] as DynamicInternals;
}

function findTaken(declared: Primitives, added: Primitives): string[] {
  const { tools, prompts, resources } = declared;
  return [
    ...sharedKeys(tools, added.tools).map((name) => taken("tool", name)),
    ...sharedKeys(prompts, added.prompts).map((name) => taken("prompt", name)),
    ...sharedKeys(resources, added.resources).map((uri) => taken("resource", uri)),
    ...sharedKeys(byTemplate(declared), byTemplate(added)).map((uri) => taken("resource", uri)),
  ];
}

function taken(kind: string, key: string): string {
  return `the server already has a ${kind} "${key}": remove it first, or choose another ${kind === "resource" ? "URI" : "name"}`;
}

function sharedKeys(declared: ReadonlyMap<string, unknown>, added: ReadonlyMap<string, unknown>): string[] {
  return [...added.keys()].filter((key) => declared.has(key));
}

function byTemplate({ templates }: Primitives): ReadonlyMap<string, unknown> {
  return new Map(templates.map((template) => [template.definition.uriTemplate, template]));
}

/** Keeps the lists to which nothing is added, because clients are told of those that are others. */
function merge(declared: Primitives, added: Primitives): Primitives {
  const both = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) =>
    other.size === 0 ? one : new Map([...one, ...other]);
  return {
    tools: both(declared.tools, added.tools),
    prompts: both(declared.prompts, added.prompts),
    resources: both(declared.resources, added.resources),
    templates: added.templates.length === 0 ? declared.templates : [...declared.templates, ...added.templates],
  };
}

function without(declared: Primitives, { tools = [], prompts = [], resources = [] }: DynamicDefinitions): Primitives {
  const uris = resources.map(({ uri }) => uri);
  const less = <T>(map: ReadonlyMap<string, T>, keys: readonly string[]): ReadonlyMap<string, T> =>
    keys.some((key) => map.has(key)) ? new Map([...map].filter(([key]) => !keys.includes(key))) : map;
  const templates = declared.templates.filter(({ definition }) => !uris.includes(definition.uriTemplate));
  return {
    tools: less(
      declared.tools,
      tools.map(({ name }) => name),
    ),
    prompts: less(
      declared.prompts,
      prompts.map(({ name }) => name),
    ),
    resources: less(declared.resources, uris),
    templates: templates.length === declared.templates.length ? declared.templates : templates,
  };
}
