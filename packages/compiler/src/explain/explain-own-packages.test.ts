import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "../compile/compile.js";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";

const CORE = "node_modules/@plainmcp/core";

const SERVER = `import { tool } from "@plainmcp/core";
export default class Greeter {
  /** Says hello. */
  @tool
  hello(name: string): string {
    return name;
  }
}
`;

/** A copy of the package without `main`, `types` and `typesVersions`, which older versions did not have. */
const OLD_COPY = {
  [`${CORE}/package.json`]: JSON.stringify({
    name: "@plainmcp/core",
    version: "0.0.1",
    exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  }),
  [`${CORE}/dist/index.d.ts`]: "export declare function tool(method: Function, context: object): void;",
};

/** The help of the only diagnostic about an import. @param link The target of the link in place of the package */
function helpFor(files: Readonly<Record<string, string>>, link?: string): string | undefined {
  const { folder, write } = temporaryProject({ "server.ts": SERVER });
  write(CORE, undefined);
  for (const [name, content] of Object.entries(files)) write(name, content);
  if (link !== undefined) {
    mkdirSync(dirname(join(folder, CORE)), { recursive: true });
    symlinkSync(link, join(folder, CORE));
  }
  const { diagnostics } = compile({ files: [join(folder, "server.ts")] });
  const [diagnostic, ...others] = diagnostics.filter(({ line }) => line === 1);
  expect(others).toEqual([]);
  return diagnostic?.help;
}

function tsconfig(compilerOptions: object): Readonly<Record<string, string>> {
  return { "tsconfig.json": JSON.stringify({ compilerOptions: { types: [], ...compilerOptions } }) };
}

describe("a package of ours that is not installed", () => {
  it.each([
    ["no lockfile", {}, "npm install @plainmcp/core"],
    ["package-lock.json", { "package-lock.json": "" }, "npm install @plainmcp/core"],
    ["pnpm-lock.yaml", { "pnpm-lock.yaml": "" }, "pnpm add @plainmcp/core"],
    ["yarn.lock", { "yarn.lock": "" }, "yarn add @plainmcp/core"],
    ["bun.lock", { "bun.lock": "" }, "bun add @plainmcp/core"],
  ])("is asked for by the package manager with %s", (_, files, command) => {
    expect(helpFor(files)).toBe(`@plainmcp/core is not installed here. Run: ${command}`);
  });

  it("is asked for in JavaScript, too", () => {
    const code = SERVER.replaceAll(": string", "");
    const { folder, write } = temporaryProject({ "server.js": code });
    write(CORE, undefined);
    expect(compile({ files: [join(folder, "server.js")] }).diagnostics).toMatchObject([
      { code: "TS2307", line: 1, column: 22, help: expect.stringContaining("is not installed here") },
    ]);
  });

  it("is asked for under its own name", () => {
    const code = `import { serveStdio } from "@plainmcp/transport-stdio";\nserveStdio;\n`;
    expect(helpFor({ "server.ts": code })).toBe(
      "@plainmcp/transport-stdio is not installed here. Run: npm install @plainmcp/transport-stdio",
    );
  });
});

describe("a package of ours that is installed", () => {
  it.each([
    [
      "by Yarn's Plug'n'Play",
      { ".pnp.cjs": "", "yarn.lock": "" },
      "Only Yarn finds packages in Plug'n'Play: put yarn in front of the command, or set nodeLinker: node-modules in .yarnrc.yml.",
    ],
    [
      "as an old copy, with node10",
      { ...OLD_COPY, ...tsconfig({ module: "commonjs", moduleResolution: "node" }), "pnpm-lock.yaml": "" },
      '"moduleResolution": "node" does not read the "exports" of packages. Set "moduleResolution": "bundler" or "module": "nodenext" in the tsconfig, or update: pnpm add @plainmcp/core@latest',
    ],
    [
      "with classic resolution",
      { ...OLD_COPY, ...tsconfig({ module: "esnext", moduleResolution: "classic" }) },
      '"moduleResolution": "classic" does not look into node_modules. Set "moduleResolution": "bundler" or "module": "nodenext" in the tsconfig.',
    ],
    [
      "with exports turned off",
      { ...OLD_COPY, ...tsconfig({ module: "esnext", resolvePackageJsonExports: false }) },
      'Remove "resolvePackageJsonExports" from the tsconfig: it hides the entry points of packages.',
    ],
    [
      "with moduleSuffixes",
      { ...OLD_COPY, ...tsconfig({ module: "nodenext", moduleSuffixes: [".node"] }) },
      'Add "" to "moduleSuffixes" in the tsconfig: without it, TypeScript finds no files of packages.',
    ],
    [
      "with paths that lead elsewhere",
      {
        ...OLD_COPY,
        ...tsconfig({ module: "nodenext", paths: { "*": ["./types/*"], "@plainmcp/*": ["./vendor/*.js"] } }),
        "vendor/core.js": "export const tool = 1;",
      },
      '"@plainmcp/*" in "paths" of the tsconfig makes @plainmcp/core resolve to vendor/core.js. Remove it.',
    ],
    [
      "with two options in the way",
      { ...OLD_COPY, ...tsconfig({ module: "commonjs", moduleResolution: "node", moduleSuffixes: [".node"] }) },
      expect.stringMatching(/"moduleResolution": "node"[\s\S]*"moduleSuffixes"/),
    ],
    [
      "with noResolve",
      { ...OLD_COPY, ...tsconfig({ module: "nodenext", noResolve: true }) },
      'Remove "noResolve" from the tsconfig: it keeps TypeScript from following imports.',
    ],
    [
      "in part",
      { [`${CORE}/package.json`]: OLD_COPY[`${CORE}/package.json`] ?? "" },
      `${CORE} has no dist/index.d.ts. Delete ${CORE} and run: npm install`,
    ],
    [
      "as an empty folder",
      { [`${CORE}/README.md`]: "" },
      `${CORE} has no package.json with a version. Delete ${CORE} and run: npm install`,
    ],
    [
      "without an entry point of this name",
      { ...OLD_COPY, "server.ts": SERVER.replace("/core", "/core/skills") },
      "@plainmcp/core@0.0.1 has no types for @plainmcp/core/skills. Check the spelling, or update: npm install @plainmcp/core@latest",
    ],
  ])("is explained: %s", (_, files, help) => {
    expect(helpFor(files as Record<string, string>)).toEqual(help);
  });

  it("is explained: as a broken link", () => {
    expect(helpFor({ "pnpm-lock.yaml": "" }, "../../gone")).toBe(
      `${CORE} is a link to ../../gone, which does not exist. Run: pnpm install`,
    );
  });
});
