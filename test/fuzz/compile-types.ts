import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ToolManifest } from "@plainmcp/core/manifest";
import { compile, type Diagnostic } from "../../packages/compiler/src/index.js";
import { ROOT } from "../support/serve.js";
import { exportedTypes } from "./exported-types.js";

/** A tool whose parameter and result have one real-world type. */
export interface FuzzedTool {
  /** The file the type is from, and its text in the tool's signature. */
  readonly origin: string;
  /** Absent when the compiler left the tool out. */
  readonly tool: ToolManifest | undefined;
  /** What the compiler said of this tool. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of a batch, and the file that was compiled. */
export interface FuzzedBatch {
  readonly file: string;
  readonly tools: readonly FuzzedTool[];
}

/** Compiles a class with a tool for each type that the files export, all in one program. */
export function compileTypes(project: string, files: readonly string[]): FuzzedBatch {
  const origins: string[] = [];
  const imports: string[] = [];
  const methods: string[] = [];
  for (const [index, file] of files.entries()) {
    const types = exportedTypes(readFileSync(file, "utf8")).slice(0, MAX_TYPES);
    if (types.length > 0) imports.push(`import type * as m${index} from ${JSON.stringify(file)};`);
    for (const { type } of types) {
      const text = type(`m${index}`);
      methods.push(`  /** Takes and gives. */ @tool t${methods.length}(value: ${text}): ${text} { throw value; }`);
      origins.push(`${text} of ${file}`);
    }
  }
  const header = ['import { tool } from "@plainmcp/core";', ...imports, "export class Fuzz {"];
  const file = join(project, "fuzz.ts");
  writeFileSync(file, [...header, ...methods, "}", ""].join("\n"));
  const { manifest, diagnostics } = compile({ files: [file] });
  const broken = diagnostics.find((diagnostic) => diagnostic.file === file && diagnostic.line === 1);
  if (broken) throw new Error(`Build @plainmcp/core first: ${broken.message}`);
  const tools = new Map(manifest.classes.flatMap((one) => one.tools.map((tool) => [tool.name, tool])));
  const byLine = groupByLine(diagnostics.filter((diagnostic) => diagnostic.file === file));
  return {
    file,
    tools: origins.map((origin, index) => ({
      origin,
      tool: tools.get(`t${index}`),
      diagnostics: byLine.get(header.length + index + 1) ?? [],
    })),
  };
}

/** A folder to compile in, with what the sources of most packages expect to find. */
export function createFuzzProject(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "plainmcp-fuzz-"));
  for (const [name, target] of [
    ["@plainmcp/core", join(ROOT, "packages/core")],
    ["@types/node", join(ROOT, "node_modules/@types/node")],
  ] as const) {
    mkdirSync(join(folder, "node_modules", name, ".."), { recursive: true });
    symlinkSync(target, join(folder, "node_modules", name), "dir");
  }
  writeFileSync(join(folder, "package.json"), '{ "name": "fuzz", "version": "1.0.0", "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS }));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}

/** One file must not crowd out the others. */
const MAX_TYPES = 30;

const COMPILER_OPTIONS = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable", "esnext.decorators"],
  module: "preserve",
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: ["node"],
};

function groupByLine(diagnostics: readonly Diagnostic[]): ReadonlyMap<number | undefined, readonly Diagnostic[]> {
  const lines = new Map<number | undefined, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const found = lines.get(diagnostic.line);
    if (found) found.push(diagnostic);
    else lines.set(diagnostic.line, [diagnostic]);
  }
  return lines;
}
