import { basename } from "node:path";
import type { FormManifest } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import type { Project } from "../project/project.js";
import { classesOf } from "../typescript/base-types.js";
import type { ts } from "../typescript/typescript.js";
import { extractForm } from "./extract-form.js";
import type { ElicitCall } from "./find-elicit-calls.js";

/** The forms that the methods of a class, and the functions they may call, show with `ctx.elicit`; each form once. */
export function extractForms(found: FoundClass, calls: readonly ElicitCall[], project: Project): FormManifest[] {
  const first = new Map<string, FoundForm>();
  for (const { node } of callsOf(found, calls, project)) {
    const form = extractForm(node, project);
    if (!form) continue;
    const id = JSON.stringify(form.key ?? form.message);
    const other = first.get(id);
    if (!other) first.set(id, { form, node });
    else if (JSON.stringify(other.form.schema) !== JSON.stringify(form.schema)) refuse({ form, node }, other, project);
  }
  return [...first.values()].map(({ form }) => form);
}

interface FoundForm {
  readonly form: FormManifest;
  readonly node: ts.CallExpression;
}

/** The calls in the class and its bases, and those outside of served classes in files that the class's file imports. */
function callsOf({ node, symbol }: FoundClass, calls: readonly ElicitCall[], project: Project): readonly ElicitCall[] {
  if (calls.length === 0) return [];
  const files = importedFiles(node.getSourceFile(), project);
  const classes = new Set(classesOf(project.checker.getDeclaredTypeOfSymbol(symbol), project.checker));
  return calls.filter((call) => {
    if (call.owners.length > 0) return call.owners.some((owner) => classes.has(owner));
    return files.has(call.node.getSourceFile());
  });
}

function refuse({ form, node }: FoundForm, other: FoundForm, { diagnostics }: Project): void {
  const file = other.node.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(other.node.getStart());
  const shared = form.key === undefined ? "text" : "key";
  const message = `This question has the same ${shared} as the one in ${basename(file.fileName)}:${line + 1}, but a different form.`;
  const help = `Give one of them ${form.key === undefined ? "a" : "another"} key: ctx.elicit<…>(message, { key: "…" }).`;
  diagnostics.report("ambiguous-form", node, message, help);
}

/** A file and the sources that it imports, directly or indirectly. Other files of the program do not count. */
function importedFiles(file: ts.SourceFile, { sources, importsOf }: Project): ReadonlySet<ts.SourceFile> {
  const byName = new Map(sources.map((source) => [source.fileName, source]));
  const found = new Set([file]);
  // Iterating over a set includes the elements that are added meanwhile.
  for (const one of found) {
    for (const { target = "" } of importsOf(one)) {
      const source = byName.get(target);
      if (source) found.add(source);
    }
  }
  return found;
}
