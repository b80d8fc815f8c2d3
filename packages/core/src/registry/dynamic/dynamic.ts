import { describeValue } from "../../validation/describe-value.js";
import { isObject } from "../../values/is-object.js";
import { unknownPrimitive } from "../unknown-primitive.js";
import type { DynamicDefinitions } from "./dynamic-definitions.js";
import { DYNAMIC, type DynamicInternals, type DynamicPrimitives, type DynamicServer } from "./dynamic-primitives.js";
import { checkAlone } from "./join-dynamic.js";

/**
 * Makes primitives that are known only at run time, such as the operations of an OpenAPI file or the rows of a table, as
 * a part of a server. They are checked, called and answered like those of classes, and need no manifest.
 *
 * What is passed here is checked when the server starts, together with everything else.
 *
 * @throws TypeError when the value does not consist of lists
 * @example
 * ```ts
 * const reports = dynamic({
 *   tools: [
 *     {
 *       name: "sales",
 *       description: "Sales of a year",
 *       inputSchema: { type: "object", properties: { year: { type: "integer" } }, required: ["year"] },
 *       call: ({ year }) => database.sales(year),
 *     },
 *   ],
 * });
 * await serveStdio(defineServer([Calendar, reports]));
 * reports.remove("sales");
 * ```
 */
export function dynamic(definitions: DynamicDefinitions = {}): DynamicPrimitives {
  const servers: DynamicServer[] = [];
  let current = toLists(definitions);
  const internals: DynamicInternals = {
    definitions: () => current,
    attach: (server) => void servers.push(server),
  };
  return {
    [DYNAMIC]: internals,
    add: (more) => {
      const added = toLists(more);
      if (servers.length === 0) checkAlone(current, added);
      addToAll(servers, added);
      current = {
        tools: [...current.tools, ...added.tools],
        resources: [...current.resources, ...added.resources],
        prompts: [...current.prompts, ...added.prompts],
      };
    },
    remove: (...names) => {
      const removed = only(current, (name) => names.includes(name));
      const known = new Set(namesOf(removed));
      for (const name of names) if (!known.has(name)) throw unknownPrimitive(name, "This dynamic part of the server");
      for (const server of servers) server.remove(removed);
      current = only(current, (name) => !names.includes(name));
    },
  };
}

/** Adds definitions to all servers, or to none. */
function addToAll(servers: readonly DynamicServer[], added: DynamicDefinitions): void {
  const reached: DynamicServer[] = [];
  try {
    for (const server of servers) {
      server.add(added);
      reached.push(server);
    }
  } catch (error) {
    for (const server of reached) server.remove(added);
    throw error;
  }
}

type Lists = Required<DynamicDefinitions>;

function toLists(definitions: DynamicDefinitions): Lists {
  const given: unknown = definitions;
  if (!isObject(given)) {
    throw new TypeError(`dynamic takes an object with tools, resources and prompts, not ${describeValue(given)}.`);
  }
  for (const [kind, list] of Object.entries(definitions)) {
    if (!KINDS.includes(kind)) throw new TypeError(`dynamic takes tools, resources and prompts, not "${kind}".`);
    if (list !== undefined && !Array.isArray(list)) {
      throw new TypeError(`The ${kind} of dynamic must be an array, not ${describeValue(list)}.`);
    }
  }
  const { tools = [], resources = [], prompts = [] } = definitions;
  return { tools: tools.map(snapshot), resources: resources.map(snapshot), prompts: prompts.map(snapshot) };
}

/** Copies a definition, so that it keeps the name under which it is served. Its functions still have it as `this`. */
function snapshot<T>(definition: T): T {
  // Anything else is reported where definitions are checked.
  if (!isObject(definition)) return definition;
  const bindAll = (from: Values, names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, bind(from[name])]));
  const bind = (value: unknown): unknown => (typeof value === "function" ? value.bind(definition) : value);
  const { complete } = definition;
  return {
    // A class may have the functions.
    ...bindAll(
      definition,
      FUNCTIONS.filter((name) => definition[name] !== undefined),
    ),
    ...bindAll(definition, Object.keys(definition)),
    ...(isObject(complete) && { complete: bindAll(complete, Object.keys(complete)) }),
  } as T;
}

type Values = Readonly<Record<string, unknown>>;

const FUNCTIONS: readonly string[] = ["call", "list", "watch"];

const KINDS: readonly string[] = ["tools", "resources", "prompts"];

// Until the server starts, a definition may be anything.
function only({ tools, resources, prompts }: Lists, isChosen: (name: string) => boolean): Lists {
  return {
    tools: tools.filter((tool) => isChosen(tool?.name)),
    resources: resources.filter((resource) => isChosen(resource?.uri)),
    prompts: prompts.filter((prompt) => isChosen(prompt?.name)),
  };
}

function namesOf({ tools, resources, prompts }: Lists): readonly string[] {
  return [...tools.map(({ name }) => name), ...resources.map(({ uri }) => uri), ...prompts.map(({ name }) => name)];
}
