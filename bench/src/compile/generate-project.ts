import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A project of the kind that is compiled: classes of ten tools, one file each, and an entry that names them all. */
export interface GeneratedProject {
  readonly folder: string;
  /** The module that exports every class. */
  readonly entry: string;
  /** The files with the classes, and their text. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Writes a project with this many tools. */
export function generateProject(folder: string, tools: number): GeneratedProject {
  mkdirSync(join(folder, "src"), { recursive: true });
  const files = Array.from({ length: Math.ceil(tools / PER_CLASS) }, (_, index) => ({
    path: join(folder, "src", `desk-${index}.ts`),
    text: classText(index, Math.min(PER_CLASS, tools - index * PER_CLASS)),
  }));
  for (const { path, text } of files) writeFileSync(path, text);
  const entry = join(folder, "src/server.ts");
  writeFileSync(entry, files.map((_, index) => `export { Desk${index} } from "./desk-${index}.js";\n`).join(""));
  writeFileSync(join(folder, "package.json"), '{ "name": "desks", "version": "1.0.0", "type": "module" }');
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: COMPILER_OPTIONS, include: ["src"] }));
  return { folder, entry, files };
}

const PER_CLASS = 10;

const COMPILER_OPTIONS = {
  target: "es2022",
  lib: ["es2023", "esnext.decorators"],
  module: "nodenext",
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

function classText(index: number, tools: number): string {
  const numbers = Array.from({ length: tools }, (_, tool) => index * PER_CLASS + tool);
  return `import { tool } from "@plainmcp/core";

${numbers.map(typesText).join("\n")}
/** Desk ${index}. */
export class Desk${index} {
${numbers.map(toolText).join("\n")}
}
`;
}

function typesText(n: number): string {
  return `/** What order ${n} consists of. */
export interface Order${n} {
  /** Who ordered. */
  customer: { name: string; email?: string; tags: string[] };
  /** What was ordered. */
  lines: { sku: string; amount: number; note?: string | null }[];
  state: "open" | "paid" | "sent" | "gone";
  placed: Date;
}

export interface Search${n} {
  /** Text to look for. */
  text: string;
  /** How many to return. */
  limit?: number;
  sort: { by: "name" | "date"; descending: boolean } | "relevance";
}
`;
}

function toolText(n: number): string {
  return `  /**
   * Finds orders of kind ${n}.
   * @param search What to look for
   * @param page Which page, from 1
   * @param labels Only those with one of these labels
   */
  @tool({ annotations: { readOnlyHint: true } })
  async find${n}(search: Search${n}, page = 1, labels: readonly string[] = []): Promise<Order${n}[]> {
    throw new Error(\`\${search.text} \${page} \${labels}\`);
  }
`;
}
