import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonSchema } from "@plainmcp/core";
import { compile, type Diagnostic } from "../../../packages/compiler/src/index.js";

/** What the compiler made of a type of a real package. */
export interface CompiledType {
  /** The name of its folder. */
  readonly name: string;
  readonly package: string;
  /** Of the package. */
  readonly version: string;
  /** As the method's signature has it. */
  readonly type: string;
  readonly direction: "input" | "output";
  /** Of the arguments or of the result. Absent beside an error. */
  readonly schema: JsonSchema | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Of processor time, which other work of the machine hardly changes. */
  readonly milliseconds: number;
}

/** The folders of `types/`: each has a server whose one tool takes or gives a type, and values to try the schema with. */
export const TYPES: readonly string[] = readdirSync(new URL("types/", import.meta.url)).sort();

/** Compiles the server of one folder. */
export function compileType(name: string): CompiledType {
  const file = join(FOLDER, "types", name, "server.ts");
  const source = readFileSync(file, "utf8");
  const direction = source.includes("  take(") ? "input" : "output";
  const started = process.cpuUsage();
  const { manifest, diagnostics } = compile({ files: [file] });
  const { user, system } = process.cpuUsage(started);
  const tool = manifest.classes[0]?.tools[0];
  const schema = direction === "input" ? tool?.inputSchema : tool?.outputSchema;
  return {
    name,
    ...origin(source),
    type: find(/ {2}(?:take\(value: |give\(\): )(.+?)(?:\): void)? \{$/ms, source),
    direction,
    schema: diagnostics.some(({ severity }) => severity === "error") ? undefined : schema,
    diagnostics,
    milliseconds: (user + system) / 1000,
  };
}

const FOLDER = fileURLToPath(new URL(".", import.meta.url));

const { dependencies } = JSON.parse(readFileSync(join(FOLDER, "package.json"), "utf8")) as {
  readonly dependencies: Readonly<Record<string, string>>;
};

/** The package that the server imports its type from. */
function origin(source: string): Pick<CompiledType, "package" | "version"> {
  const specifier = find(/ from "(?!@plainmcp\/)([^"]+)";/, source);
  const found = Object.entries(dependencies).find(([name]) =>
    `${specifier}/`.startsWith(`${name.replace(/^@types\//, "")}/`),
  );
  if (!found) throw new Error(`package.json has no version of ${specifier}`);
  return { package: found[0], version: found[1] };
}

function find(pattern: RegExp, text: string): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern} is not in:\n${text}`);
  return found.replace(/\s+/g, " ");
}
