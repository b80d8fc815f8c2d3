import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { PAGES } from "./support/doc-page.js";
import { ROOT } from "./support/serve.js";

const ALL = [...new Set(["CONTRIBUTING.md", ...PAGES, ...["docs", "docs/decisions"].flatMap(markdownIn)])];

/** The sections of the page on options, and the interfaces they tell of. */
const OPTIONS = [
  ["`@tool(options)`", "packages/core/src/decorators/tool.ts", "ToolOptions"],
  ["`@resource(uri, options)`", "packages/core/src/decorators/resource.ts", "ResourceOptions"],
  ["`@prompt(options)`", "packages/core/src/decorators/prompt.ts", "PromptOptions"],
  ["`defineServer(target, options)`", "packages/core/src/registry/define-server-options.ts", "DefineServerOptions"],
  ["`serveStdio(target, options)`", "packages/transport-stdio/src/serve-stdio-engine.ts", "ServeStdioOptions"],
  [
    "`serveHttp(target, options)`, `createHttpHandler(target, options)`",
    "packages/transport-http/src/node/serve-http-engine.ts",
    "ServeHttpOptions",
  ],
  [
    "`serveHttp(target, options)`, `createHttpHandler(target, options)`",
    "packages/transport-http/src/options.ts",
    "HttpHandlerOptions",
  ],
  ["Limits", "packages/core/src/limits/engine-limits.ts", "EngineLimits"],
  ["Limits", "packages/transport-http/src/limits/http-limits.ts", "HttpLimits"],
  ["Limits", "packages/transport-stdio/src/stdio-limits.ts", "StdioLimits"],
] as const;

describe("the pages", () => {
  it.each(ALL)("%s links to what there is", (page) => {
    expect(linksOn(page).filter((link) => !leadsSomewhere(link, page))).toEqual([]);
  });

  it("under docs can all be reached from the README", () => {
    const reached = new Set(["README.md"]);
    for (const page of reached) {
      if (!page.endsWith(".md") || !existsSync(join(ROOT, page))) continue;
      for (const link of linksOn(page)) reached.add(fileOf(link, page));
    }
    expect(ALL.filter((page) => page.startsWith("docs/") && !reached.has(page))).toEqual([]);
  });

  it("of the reference are all in the README's list", () => {
    const missing = markdownIn("docs/reference").filter((page) => !prose("README.md").includes(`(${page})`));
    expect(missing).toEqual([]);
  });

  it("of the guide are in its list, section by section, each linked from the one before it", () => {
    const [list = "", ...sections] = prose("docs/guide.md").split(/^## /m);
    const titles = sections.map((text) => text.split("\n", 1)[0] ?? "");
    expect([...list.matchAll(/\(#([^)]+)\)/g)].map(([, anchor]) => anchor)).toEqual(titles.map(toAnchor));

    const listed = [...list.matchAll(/^\| \[[^\]]+\]\(([^)]+)\)/gm)].map(([, path]) => `docs/${path}`);
    expect(listed.toSorted()).toEqual(markdownIn("docs/guide").toSorted());
    const chain = ["docs/guide.md", ...listed];
    for (const [at, next] of listed.entries()) expect(nextOf(chain[at] ?? "")).toBe(next);
  });

  it("of the guide say what can go wrong, in words that a message has", () => {
    const messages = sourcesOf("packages");
    const unknown = ["docs/guide.md", ...markdownIn("docs/guide")].flatMap((page) => {
      const quotes = troubles(page).flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, quote = ""]) => quote));
      // One word is a name, and these are of Node and of test runners.
      const ours = quotes.filter(
        (quote) => quote.includes(" ") && !/^[A-Z]\w*Error|\(|=/.test(quote.split("…")[0] ?? ""),
      );
      return ours
        .flatMap((quote) => quote.split("…").map((part) => part.replace(/^error: /, "").trim()))
        .filter((part) => part.length > 2 && !messages.includes(part))
        .map((part) => `${page}: ${part}`);
    });
    expect(unknown).toEqual([]);
  });
});

describe("the packages", () => {
  it.each(readdirSync(join(ROOT, "packages")))("%s has a page of its own", (folder) => {
    const { name } = JSON.parse(readFileSync(join(ROOT, "packages", folder, "package.json"), "utf8"));
    const page = `packages/${folder}/README.md`;
    expect(existsSync(join(ROOT, page)) && readFileSync(join(ROOT, page), "utf8").split("\n", 1)[0]).toBe(`# ${name}`);
    expect(linksOn(page)).toContainEqual(expect.stringContaining("docs/guide"));
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
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md"));
  return names.map((name) => `${folder}/${name}`);
}

/** The links of a page to files of this repository. */
function linksOn(page: string): string[] {
  return [...prose(page).matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link = ""]) => link);
}

/** The file that a link on a page leads to. */
function fileOf(link: string, page: string): string {
  const [path = ""] = link.split("#");
  return path === "" ? page : join(dirname(page), path);
}

function nextOf(page: string): string {
  const [, link = ""] = /^Next: \[[^\]]+\]\(([^)]+)\)$/m.exec(prose(page)) ?? [];
  return fileOf(link, page);
}

/** What the rows of a page's table of troubles say that one sees. */
function troubles(page: string): string[] {
  const [, table] = /^## When something goes wrong\n([\s\S]*?)(?:^## |$(?![\s\S]))/m.exec(prose(page)) ?? [];
  if (table === undefined) throw new Error(`${page} does not say what can go wrong.`);
  return [...table.matchAll(/^\| (.+?) \|/gm)].map(([, seen = ""]) => seen);
}

/** The text of all sources of packages, tests aside. */
function sourcesOf(folder: string): string {
  return readdirSync(join(ROOT, folder))
    .flatMap((name) =>
      readdirSync(join(ROOT, folder, name, "src"), { recursive: true, encoding: "utf8" }).map((file) =>
        join(ROOT, folder, name, "src", file),
      ),
    )
    .filter((file) => /(?<!\.test|\.fixture)\.ts$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}

/** A page without its code. */
function prose(page: string): string {
  return readFileSync(join(ROOT, page), "utf8").replace(/^```[\s\S]*?^```/gm, "");
}

function leadsSomewhere(link: string, page: string): boolean {
  const [, anchor] = link.split("#");
  const file = fileOf(link, page);
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
