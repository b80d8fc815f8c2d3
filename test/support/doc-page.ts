import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./serve.js";

const PACKAGES = readdirSync(join(ROOT, "packages")).map((name) => `packages/${name}/README.md`);

/** The pages with examples: the guide, the reference and the README files of the packages. */
export const PAGES: readonly string[] = [
  "README.md",
  "docs/guide.md",
  ...["docs/guide", "docs/reference"].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
  ),
  ...PACKAGES.filter((page) => existsSync(join(ROOT, page))),
];

/** A block of code on a page. */
export interface CodeBlock {
  readonly language: string;
  /** The file that it shows, if its first line is a comment that names one. */
  readonly file: string | undefined;
  /** The code without the comment that names the file. */
  readonly code: string;
  /** The heading above it. */
  readonly section: string;
}

/** The code on a page of the documentation, from top to bottom. @param page Its path in the repository */
export function codeBlocks(page: string): CodeBlock[] {
  let section = "";
  return [...readFileSync(join(ROOT, page), "utf8").matchAll(/^```(\w*)\n([\s\S]*?)^```$|^#+ (.+)$/gm)].flatMap(
    ([, language = "", text = "", heading]) => {
      if (heading !== undefined) {
        section = heading;
        return [];
      }
      const [, file, rest = text] = /^(?:\/\/|<!--) (\S+\.\w+)(?: -->)?\n([\s\S]*)$/.exec(text) ?? [];
      return [{ language, file, code: rest, section }];
    },
  );
}

/** The files that a page shows, by name. */
export function filesOf(page: string): Record<string, string> {
  return Object.fromEntries(
    codeBlocks(page).flatMap(({ file, code }): [string, string][] => (file === undefined ? [] : [[file, code]])),
  );
}
