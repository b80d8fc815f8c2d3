import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Writes a program of this many modules, each importing the one before it, and a server on top: code of the kind that a
 * contract does not come from.
 *
 * @returns the server's file and a module deep below it
 */
export function generateModules(folder: string, modules: number): { readonly entry: string; readonly edited: string } {
  mkdirSync(join(folder, "src"), { recursive: true });
  const last = modules - 1;
  const pathOf = (index: number) => join(folder, "src", `step-${index}.ts`);
  for (let index = 0; index <= last; index += 1) writeFileSync(pathOf(index), moduleText(index));
  const entry = join(folder, "src/server.ts");
  writeFileSync(
    entry,
    `import { tool } from "@plainmcp/core";
import { run${last}, type Stock${last} } from "./step-${last}.js";

export default class Server {
  /**
   * Counts a stock.
   * @param stock What to count
   */
  @tool
  count(stock: Stock${last}): number {
    return run${last}(stock);
  }
}
`,
  );
  writeFileSync(join(folder, "package.json"), '{ "name": "steps", "version": "1.0.0", "type": "module" }');
  return { entry, edited: pathOf(Math.floor(last / 2)) };
}

function moduleText(index: number): string {
  const before = index - 1;
  const functions = Array.from({ length: FUNCTIONS }, (_, n) => functionText(index, n)).join("");
  return `${index > 0 ? `import { run${before}, type Stock${before} } from "./step-${before}.js";\n\n` : ""}export interface Stock${index} {
  id: string;
  amount: number;
  previous?: ${index > 0 ? `Stock${before}["id"]` : "string"};
  tags: string[];
}

${functions}export function run${index}(stock: Stock${index}): number {
  return stock.amount + ${index > 0 ? `run${before}({ id: stock.id, amount: 1, tags: stock.tags })` : "0"};
}
`;
}

const FUNCTIONS = 10;

function functionText(index: number, n: number): string {
  return `export function sum${index}With${n}(one: Stock${index}, all: Map<string, Stock${index}[]>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [name, stocks] of all) {
    const others = stocks.filter(({ id }) => id !== one.id).map(({ amount }) => amount * ${n});
    sums[name] = others.reduce((sum, amount) => sum + amount, 0);
  }
  return sums;
}

`;
}
