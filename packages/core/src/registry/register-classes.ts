import { registerPages } from "../apps/register-pages.js";
import { createForms } from "../ask/forms.js";
import { findMissingHooks, type Life, lifeOf } from "../lifecycle/life.js";
import { environmentError } from "../lifecycle/lives.js";
import type { Constructor } from "../manifest/constructor.js";
import { type ClassManifest, isManifest, type ServerInfo } from "../manifest/manifest.js";
import type { Primitives } from "../primitives/primitive.js";
import { RegistrationError } from "../registration-error.js";
import type { Report } from "../reporting/create-report.js";
import { warnOfOmitted } from "../reporting/warn-of-omitted.js";
import { registerSkills } from "../skills/register-skills.js";
import type { Skills } from "../skills/skills.js";
import { collectProblem } from "./collect-problem.js";
import { createCatalog } from "./create-catalog.js";
import type { DefineServerOptions } from "./define-server-options.js";
import { isDynamic } from "./dynamic/dynamic-primitives.js";
import { joinDynamic } from "./dynamic/join-dynamic.js";
import { findManifest } from "./find-manifest.js";
import { findMismatches } from "./find-mismatches.js";
import { classOf, instantiate } from "./instantiate.js";
import {
  registerPrompt,
  registerResource,
  registerTemplate,
  registerTool,
  type Surroundings,
} from "./register-primitive.js";
import type { Registry } from "./registry.js";
import { resolveServerSettings } from "./server-settings.js";

/**
 * Checks classes and manifests against each other, and prepares everything for calls.
 *
 * @throws RegistrationError that lists everything wrong with them
 */
export function registerClasses(members: readonly (Constructor | object)[], options: DefineServerOptions): Registry {
  const { manifest, skills, use, arguments: mode } = options;
  // Problems that a new manifest would fix. The others need another remedy.
  const stale: string[] = [];
  const problems: string[] = [];
  const infos: ServerInfo[] = [];
  const parts: [object, ClassManifest][] = [];
  // To write a shared manifest again, the command needs the sources of all its classes.
  const files = new Set(manifest && isManifest(manifest) ? manifest.classes.map(({ file }) => file) : []);
  const lives = new Map<object, Life>();
  const unset: string[] = [];
  const dynamics = members.filter(isDynamic);
  const classes = members.filter((member) => !isDynamic(member));
  for (const member of classes) {
    const target = classOf(member, problems);
    const found = target && findManifest(target, manifest, classes.length, stale);
    if (!found) continue;
    const instance = instantiate(member, found.entry, { problems, unset });
    files.add(found.entry.file);
    infos.push({ ...found.manifest.server, ...instructionsOf(found.entry) });
    const mismatches = findMismatches(target, found.entry);
    stale.push(...mismatches);
    if (instance && mismatches.length === 0) parts.push([instance, found.entry]);
    if (instance && (found.entry.hooks ?? found.entry.env) !== undefined) {
      stale.push(...findMissingHooks(instance, found.entry));
      lives.set(instance, lifeOf(instance, found.entry));
    }
  }
  if (members.length === 0) problems.push("no class was passed: pass at least one");
  const settings = resolveServerSettings(options, mergeInfo(infos), problems);
  const onOmitted = (path: string, source: string) => warnOfOmitted(path, source, settings.report);
  const shared = { use, arguments: mode };
  const primitives = registerAll(parts, { skills, ...shared, onOmitted, problems, lives, report: settings.report });
  const joined = dynamics.length > 0 ? joinDynamic(primitives, dynamics, shared, problems) : undefined;
  if (stale.length > 0) throw new RegistrationError([...stale, ...problems], remedy(files, manifest !== undefined));
  if (problems.length > 0) throw new RegistrationError(problems);
  if (unset.length > 0) throw environmentError(unset, [...lives.values()]);
  const catalog = createCatalog(joined?.declared ?? primitives, joined !== undefined);
  joined?.attach(catalog, settings.report);
  return { catalog, settings, lives: [...lives.values()] };
}

interface RegisterOptions extends Pick<Surroundings, "onOmitted" | "use" | "arguments"> {
  readonly skills: Skills | undefined;
  /** Collects what cannot be registered. */
  readonly problems: string[];
  readonly lives: ReadonlyMap<object, Life>;
  readonly report: Report;
}

function registerAll(
  parts: readonly [object, ClassManifest][],
  { skills, use, arguments: mode, onOmitted, problems, lives, report }: RegisterOptions,
): Primitives {
  const tools = new Map<string, ReturnType<typeof registerTool>>();
  const resources = new Map<string, ReturnType<typeof registerResource>>();
  const templates = new Map<string, ReturnType<typeof registerTemplate>>();
  const prompts = new Map<string, ReturnType<typeof registerPrompt>>();
  const add = <T>(map: Map<string, T>, what: string, key: string, create: () => T): void => {
    if (map.has(key)) problems.push(`two methods offer the ${what} "${key}": rename one with the decorator's options`);
    else map.set(key, collectProblem(create, problems, `${what} "${key}" cannot be served: `) as T);
  };
  for (const [instance, entry] of parts) {
    const forms = collectProblem(
      () => entry.forms && createForms(entry.forms),
      problems,
      `a form of ${entry.class} cannot be asked: `,
    );
    const life = lives.get(instance);
    const around = { forms, use, arguments: mode, onOmitted, prepare: life && (() => life.prepare(report)) };
    for (const tool of entry.tools) add(tools, "tool", tool.name, () => registerTool(instance, tool, around));
    for (const prompt of entry.prompts) {
      add(prompts, "prompt", prompt.name, () => registerPrompt(instance, prompt, around));
    }
    for (const { uri, uriTemplate, ...resource } of entry.resources) {
      if (uri !== undefined) {
        add(resources, "resource", uri, () => registerResource(instance, { ...resource, uri }, around));
      } else if (uriTemplate !== undefined) {
        add(templates, "resource", uriTemplate, () => registerTemplate(instance, { ...resource, uriTemplate }, around));
      }
    }
  }
  const paged = parts.flatMap(([, entry]) => entry.tools.filter(({ ui }) => ui !== undefined));
  if (paged.length > 0) {
    for (const [uri, page] of registerPages(paged, problems)) add(resources, "resource", uri, () => ({ ...page, use }));
  }
  const added = skills && collectProblem(() => registerSkills(skills), problems);
  if (added) {
    for (const [uri, manifest] of added.resources) add(resources, "resource", uri, () => ({ ...manifest, use }));
    for (const files of added.templates)
      add(templates, "resource", files.definition.uriTemplate, () => ({ ...files, use }));
  }
  return { tools, resources, templates: [...templates.values()], prompts };
}

function instructionsOf({ instructions }: ClassManifest): Pick<ServerInfo, "instructions"> {
  return instructions === undefined ? {} : { instructions };
}

function mergeInfo(infos: readonly ServerInfo[]): ServerInfo | undefined {
  // Several classes may share a manifest, whose instructions must appear only once.
  const instructions = [...new Set(infos.flatMap((info) => info.instructions ?? []))].join("\n\n");
  const title = infos.find((info) => info.title !== undefined)?.title;
  return infos[0] && { ...infos[0], ...(title !== undefined && { title }), ...(instructions && { instructions }) };
}

function remedy(files: ReadonlySet<string>, given: boolean): string {
  const sources = [...files].join(" ") || "FILE";
  const write = `plainmcp manifest ${sources} --out manifest.json`;
  if (given) return `Write the manifest again: ${write}`;
  return [
    `Serve from source (plainmcp serve ${sources}) or build again (plainmcp build ${sources} --transport stdio).`,
    `If neither runs, write the manifest (${write}) and pass it: defineServer(target, { manifest }).`,
  ].join("\n");
}
