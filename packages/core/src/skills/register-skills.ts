import type { Primitives, Resource, Template } from "../primitives/primitive.js";
import type { Skills } from "./skills.js";

/** Identifier of the skills extension. */
export const SKILLS = "io.modelcontextprotocol/skills";

/**
 * What a server offers because of its skills: every `SKILL.md` for clients to list, all other files to be read.
 *
 * @throws TypeError for what is no skills
 */
export function registerSkills(skills: Skills): Primitives {
  if (!Array.isArray(skills.entries))
    throw new TypeError("the option skills needs the result of readSkills: await it first");
  return {
    tools: new Map(),
    prompts: new Map(),
    resources: registerManifests(skills),
    templates: [registerFiles(skills)],
  };
}

function registerManifests({ entries, files }: Skills): Map<string, Resource> {
  return new Map(entries.map((entry) => [entry.uri, registerManifest(entry, files)]));
}

function registerManifest(
  { uri, frontmatter: { name, description } }: Skills["entries"][number],
  files: Skills["files"],
): Resource {
  const contents = contentsOf(uri, uri, files);
  const size = files.get(uri)?.size;
  const definition = { uri, name, description, mimeType: "text/markdown", ...(size !== undefined && { size }) };
  return { definition, call: () => contents };
}

/** As one template: too many to list each. */
function registerFiles({ files }: Skills): Template {
  return {
    definition: { name: "skills", uriTemplate: "skill://{+path}", description: "The files of this server's skills." },
    exact: true,
    match: (uri) => (files.has(canonical(uri)) ? { path: uri } : undefined),
    input: { parse: (variables) => variables, validate: () => [], decode: (args) => args },
    call: ({ path: uri }) => contentsOf(String(uri), canonical(String(uri)), files),
    completers: new Map([["path", undefined]]),
  };
}

function contentsOf(asked: string, uri: string, files: Skills["files"]): object | undefined {
  const file = files.get(uri);
  if (!file) return undefined;
  const { mimeType } = file;
  return { contents: [{ uri: asked, mimeType, ...("text" in file ? { text: file.text } : { blob: file.blob }) }] };
}

/** The one way to write a URI, of several that mean the same. One that climbs (`..`) means nothing here, and stays. */
function canonical(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const { href } = new URL(uri);
  return href.split("/").length === uri.split("/").length ? href : uri;
}
