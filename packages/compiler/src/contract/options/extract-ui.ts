import { dirname, resolve } from "node:path";
import type { ToolUi } from "@plainmcp/core/manifest";
import type { FoundClass } from "../../classes/find-classes.js";
import type { DecoratedMethod } from "../../classes/find-methods.js";
import { serverName } from "../../classes/server-name.js";
import type { Project } from "../../project/project.js";
import type { LocateOption } from "./check-option-values.js";
import { decoratorOptions } from "./decorator-options.js";

/** The option `ui` of a tool, as it is written. */
export interface UiOption {
  readonly file: string;
  readonly uri?: string;
  readonly visibility?: readonly ("model" | "app")[];
  readonly [name: string]: unknown;
}

/** The page of a tool, with the text of its file. */
export function extractUi(
  option: UiOption,
  toolName: string,
  locate: LocateOption,
  method: DecoratedMethod,
  found: FoundClass,
  { diagnostics, disk }: Project,
): ToolUi | undefined {
  const usual = `ui://${serverName(found)}/${toolName}`;
  const { file, uri = usual, visibility, ...others } = option;
  const path = pagePath(file, method);
  const html = disk.read(path);
  if (html === undefined) {
    const help = "The path is relative to the source file with the decorator.";
    diagnostics.report("no-such-file", locate("ui", "file"), `There is no file ${file}.`, help);
  }
  const isUri = /^ui:\/\/[^\s{}]+$/.test(uri);
  if (!isUri) {
    const help = `The URI of a page begins with ui://, for example "${usual}".`;
    diagnostics.report("invalid-uri", locate("ui", "uri"), `A page cannot be at "${uri}".`, help);
  }
  if (html === undefined || !isUri) return undefined;
  const page = Object.fromEntries(PAGE.flatMap((name) => (others[name] === undefined ? [] : [[name, others[name]]])));
  return { uri, html, ...(Object.keys(page).length > 0 && { page }), ...(visibility && { visibility }) };
}

const PAGE = ["csp", "permissions", "domain", "prefersBorder"];

/** Absolute paths of the files that the pages of a class's tools are read from, even if they do not exist. */
export function pageFiles({ methods }: FoundClass, project: Project): string[] {
  return methods.flatMap((method) => {
    if (method.decorator.kind !== "tool") return [];
    const { ui } = decoratorOptions(method.decorator, 0, ["ui"], project) as { readonly ui?: Partial<UiOption> };
    return typeof ui?.file === "string" ? [pagePath(ui.file, method)] : [];
  });
}

function pagePath(file: string, { decorator }: DecoratedMethod): string {
  return resolve(dirname(decorator.node.getSourceFile().fileName), file).replaceAll("\\", "/");
}
