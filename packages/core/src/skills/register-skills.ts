import type { Primitives, Resource, Template } from "../primitives/primitive.js";
import type { Skills } from "./skills.js";

/** The identifier of the skills extension. */
export const SKILLS = "io.modelcontextprotocol/skills";

/**
 * Makes the resources of a server's skills. Each `SKILL.md` is listed; the other files can only be read.
 *
 * @throws TypeError when the value is not the result of `readSkills` or `createSkills`
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

/** All files as one template, because they may be too many to list. */
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

/** Normalizes equivalent spellings of a URI. One with `..` names nothing here, and stays unchanged. */
function canonical(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const { href } = new URL(uri);
  return href.split("/").length === uri.split("/").length ? href : uri;
}
