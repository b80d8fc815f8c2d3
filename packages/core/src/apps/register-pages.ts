import type { ToolManifest, ToolUi } from "../manifest/manifest.js";
import type { Resource } from "../primitives/primitive.js";

/** The identifier of the MCP Apps extension. */
export const APPS = "io.modelcontextprotocol/ui";

/**
 * Makes the resources of the tools' pages, by URI. Several tools may share one page.
 *
 * @param problems Collects pages that cannot be served
 */
export function registerPages(tools: readonly ToolManifest[], problems: string[]): Map<string, Resource> {
  const pages = new Map<string, { readonly ui: ToolUi; readonly resource: Resource }>();
  for (const tool of tools) {
    const { ui } = tool;
    if (!ui) continue;
    const known = pages.get(ui.uri);
    if (!ui.uri.startsWith("ui://"))
      problems.push(`the page of tool "${tool.name}" has the URI "${ui.uri}": use ui://…`);
    else if (!known) pages.set(ui.uri, { ui, resource: registerPage(tool, ui) });
    else if (!isSamePage(known.ui, ui)) {
      problems.push(`two tools have different pages at "${ui.uri}": give the page of "${tool.name}" another uri`);
    }
  }
  return new Map([...pages].map(([uri, { resource }]) => [uri, resource]));
}

/** The MIME type by which hosts recognize a page. Other types are shown as text. */
const PAGE_TYPE = "text/html;profile=mcp-app";

function registerPage({ name, title }: ToolManifest, { uri, html, page }: ToolUi): Resource {
  const common = { uri, mimeType: PAGE_TYPE, ...(page && { _meta: { ui: page } }) };
  const contents = [{ ...common, text: html }];
  return { definition: { ...common, name, ...(title !== undefined && { title }) }, call: () => ({ contents }) };
}

function isSamePage(one: ToolUi, other: ToolUi): boolean {
  return one.html === other.html && JSON.stringify(one.page) === JSON.stringify(other.page);
}
