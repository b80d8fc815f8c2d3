import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./support/serve.js";

const DOCS = ["docs", "docs/guide", "docs/reference", "docs/decisions"];
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...DOCS.flatMap((folder) => markdownIn(folder).map((name) => `${folder}/${name}`)),
];

/** The sections of the page on options, and the interfaces they tell of. */
const OPTIONS = [
  ["`@tool(options)`", "packages/core/src/tool.ts", "ToolOptions"],
  ["`@resource(uri, options)`", "packages/core/src/resource.ts", "ResourceOptions"],
  ["`@prompt(options)`", "packages/core/src/prompt.ts", "PromptOptions"],
  ["`defineServer(target, options)`", "packages/core/src/define-server.ts", "DefineServerOptions"],
  ["`serveStdio(target, options)`", "packages/transport-stdio/src/serve-engine.ts", "ServeStdioOptions"],
  [
    "`serveHttp(target, options)`, `createHttpHandler(target, options)`",
    "packages/transport-http/src/node/serve-engine.ts",
    "ServeHttpOptions",
  ],
  [
    "`serveHttp(target, options)`, `createHttpHandler(target, options)`",
    "packages/transport-http/src/http-handler-options.ts",
    "HttpHandlerOptions",
  ],
] as const;

describe("the pages", () => {
  it.each(PAGES)("%s links to what there is", (page) => {
    const links = [...prose(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !leadsSomewhere(link, page))).toEqual([]);
  });

  it.each(["guide", "reference"])("of the %s are all in a list", (folder) => {
    const list = folder === "guide" ? prose("docs/guide.md").split(/^## /m)[0] : prose("README.md");
    const missing = markdownIn(`docs/${folder}`).filter((name) => !list?.includes(`${folder}/${name})`));
    expect(missing).toEqual([]);
  });

  it("are all of the guide in its list, section by section", () => {
    const [list = "", ...sections] = prose("docs/guide.md").split(/^## /m);
    const titles = sections.map((text) => text.split("\n", 1)[0] ?? "");
    expect([...list.matchAll(/\(#([^)]+)\)/g)].map(([, anchor]) => anchor)).toEqual(titles.map(toAnchor));
  });
});

describe("the page on options", () => {
  it.each(OPTIONS)("%s has a row for each option in %s", (title, file, name) => {
    const sections = prose("docs/reference/options.md").split(/^##+ /m);
    const rows = sections.filter((text) => text.startsWith(`${title}\n`) || text.startsWith("All three\n")).join("\n");
    const missing = propertiesOf(name, file).filter(
      (property) => !new RegExp(`^\\| [^|]*\`${property}\``, "m").test(rows),
    );
    expect(missing).toEqual([]);
  });
});

function markdownIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md"));
}

/** A page without its code. */
function prose(page: string): string {
  return readFileSync(join(ROOT, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");
}

function leadsSomewhere(link: string, page: string): boolean {
  const [path = "", anchor] = link.split("#");
  const file = path === "" ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, file))) return false;
  if (anchor === undefined) return true;
  return [...prose(file).matchAll(/^#+ (.+)$/gm)].some(([, title = ""]) => toAnchor(title) === anchor);
}

/** As GitHub makes one. */
function toAnchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\w\- ]/g, "")
    .replaceAll(" ", "-");
}

/** The properties of an interface, as they are written at its own level. */
function propertiesOf(name: string, file: string): string[] {
  const source = readFileSync(join(ROOT, file), "utf8");
  const [, body = ""] = new RegExp(`export interface ${name}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(source) ?? [];
  return [...body.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, property = ""]) => property);
}
