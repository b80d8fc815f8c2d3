import { EnvironmentError } from "../env/environment-error.js";
import { environmentError } from "../lifecycle/lives.js";
import type { ServerInfo } from "../manifest/manifest.js";
import type { Primitives } from "../primitives/primitive.js";
import { RegistrationError } from "../registration-error.js";
import { registerSkills } from "../skills/register-skills.js";
import { collectProblem } from "./collect-problem.js";
import { createCatalog } from "./create-catalog.js";
import type { DefineServerOptions } from "./define-server-options.js";
import { joinCatalogs, prefixedName } from "./join-catalogs.js";
import type { Registry } from "./registry.js";
import { isUnnamed, resolveServerSettings } from "./server-settings.js";

/** The longest name that the protocol allows. */
const MAX_NAME_LENGTH = 128;

/**
 * Makes one registry of several servers. The tools and prompts of each get its prefix.
 *
 * @throws RegistrationError that lists everything wrong with any of them
 */
export function registerServers(
  servers: Readonly<Record<string, () => Registry>>,
  options: DefineServerOptions,
): Registry {
  const problems: string[] = [];
  const remedies = new Set<string>();
  const parts = new Map<string, Registry>();
  const unset = new Set<string>();
  for (const [prefix, register] of Object.entries(servers)) {
    if (!PREFIX.test(prefix)) {
      problems.push(`the prefix "${prefix}" cannot begin a name: use letters, digits, "_", "-" and "."`);
    }
    try {
      parts.set(prefix, register());
    } catch (error) {
      if (error instanceof EnvironmentError) {
        for (const problem of error.problems) unset.add(problem);
        continue;
      }
      if (!(error instanceof RegistrationError)) throw error;
      problems.push(...error.problems.map((problem) => `${prefix}: ${problem}`));
      if (error.remedy !== undefined) remedies.add(error.remedy);
    }
  }
  if (Object.keys(servers).length === 0) problems.push("no class was passed: pass at least one");
  for (const [prefix, { settings }] of parts) {
    if (settings.skills) {
      problems.push(`${prefix}: skills belong to the whole server: pass them to the outer defineServer`);
    }
  }
  const declared = () => Array.from(parts, ([prefix, { catalog }]) => [prefix, catalog.declared] as const);
  problems.push(...findConflicts(declared()));
  const { skills } = options;
  const added = skills && collectProblem(() => registerSkills(skills), problems);
  const settings = resolveServerSettings(options, joinInfo(parts), problems);
  if (problems.length > 0) throw new RegistrationError(problems, [...remedies].join("\n") || undefined);
  const lives = [...new Set(Array.from(parts.values(), (part) => part.lives).flat())];
  if (unset.size > 0) throw environmentError(unset, lives);
  const catalogs = new Map(Array.from(parts, ([prefix, { catalog }]) => [prefix, catalog]));
  for (const catalog of new Set(catalogs.values())) {
    const prefixes = [...catalogs.keys()].filter((prefix) => catalogs.get(prefix) === catalog);
    catalog.checks.add((added) =>
      findConflicts([...declared(), ...prefixes.map((prefix) => [prefix, added] as const)]),
    );
  }
  // Skills have no prefix, and no server uses the empty one.
  if (added) catalogs.set("", createCatalog(added));
  return { catalog: joinCatalogs(catalogs, options), settings, lives };
}

const PREFIX = /^[\w.-]+$/;

/** @param parts The primitives of each server, with its prefix */
function findConflicts(parts: readonly (readonly [prefix: string, Primitives])[]): string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const [prefix, primitives] of parts) {
    for (const { kind, key } of keysOf(primitives, prefix)) {
      const owner = owners.get(`${kind} ${key}`);
      if (owner !== undefined) problems.push(`${owner} and ${prefix} both offer the ${kind} "${key}"`);
      owners.set(`${kind} ${key}`, prefix);
      if (kind !== "resource" && key.length > MAX_NAME_LENGTH) {
        problems.push(
          `the name of the ${kind} "${key}" is longer than ${MAX_NAME_LENGTH} characters: shorten the prefix`,
        );
      }
    }
  }
  return problems;
}

function keysOf({ tools, prompts, resources, templates }: Primitives, prefix: string) {
  return [
    ...Array.from(tools.keys(), (name) => ({ kind: "tool", key: prefixedName(prefix, name) })),
    ...Array.from(prompts.keys(), (name) => ({ kind: "prompt", key: prefixedName(prefix, name) })),
    ...Array.from(resources.keys(), (key) => ({ kind: "resource", key })),
    ...templates.map(({ definition }) => ({ kind: "resource", key: definition.uriTemplate })),
  ];
}

/**
 * Takes name and version from the first server that has them, unless the options set them, and joins the instructions of
 * all servers.
 */
function joinInfo(parts: ReadonlyMap<string, Registry>): ServerInfo | undefined {
  const infos = Array.from(parts.values(), ({ settings }) => settings.server);
  const first = infos.find((info) => !isUnnamed(info)) ?? infos[0];
  const instructions = Array.from(
    parts,
    ([
      prefix,
      {
        settings: { server },
      },
    ]) =>
      server.instructions === undefined
        ? []
        : [`About names that begin with ${prefixedName(prefix, "")}: ${server.instructions}`],
  ).flat();
  return first && { ...first, ...(instructions.length > 0 && { instructions: instructions.join("\n\n") }) };
}
