import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonSchema } from "@plainmcp/core";
import type { ClassManifest, FormManifest, PrimitiveManifest, ToolManifest } from "@plainmcp/core/manifest";
import { restoreRootUnion } from "../../core/src/restore-root-union.js";

/** One directory of `cases/`: what a server is written as, and what it means. */
export interface Case {
  readonly name: string;
  readonly directory: string;
  /** The entry file. It need not exist. */
  readonly input: string;
  /** Compiled with the tsconfig all cases share. */
  readonly isPlain: boolean;
}

/** The values that one schema has to accept or to reject, written by hand from what the type means. */
export interface Sample {
  /**
   * `"add"` is the input of the primitive of that name, `"add:output"` what it returns, whether clients see the schema or
   * not, `"form Delete …?"` the form of a question.
   */
  readonly key: string;
  readonly value: unknown;
  readonly isValid: boolean;
}

const ROOT = fileURLToPath(new URL("../cases/", import.meta.url));

/** Every case, by name. */
export const CASES: readonly Case[] = readdirSync(ROOT, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => toCase(name));

function toCase(name: string): Case {
  const directory = join(ROOT, name);
  const files = readdirSync(directory);
  const input = files.find((file) => /^input\.[cm]?[jt]sx?$/.test(file)) ?? "input.ts";
  return { name, directory, input: join(directory, input), isPlain: !files.includes("tsconfig.json") };
}

/** The samples of a case. */
export function samplesOf({ directory }: Case): Sample[] {
  return [
    ...readSamples(join(directory, "accepts.json"), true),
    ...readSamples(join(directory, "rejects.json"), false),
  ];
}

function readSamples(path: string, isValid: boolean): Sample[] {
  if (!existsSync(path)) return [];
  const byKey = Object.entries(
    JSON.parse(readFileSync(path, "utf8")) as { readonly [key: string]: readonly unknown[] },
  );
  return byKey.flatMap(([key, values]) => values.map((value) => ({ key, value, isValid })));
}

/** Every schema of some classes, by the key samples have for it; of two primitives of one name the first. */
export function schemasOf(classes: readonly ClassManifest[]): Map<string, CaseSchema> {
  const tools = classes.flatMap((one) => one.tools);
  const others = classes.flatMap((one): readonly PrimitiveManifest[] => [...one.resources, ...one.prompts]);
  const all: (readonly [string, CaseSchema])[] = [
    ...[...tools, ...others].map(
      ({ name, inputSchema }) => [name, { schema: restoreRootUnion(inputSchema), wrapped: false }] as const,
    ),
    ...[...tools, ...others].flatMap(outputOf),
    ...classes.flatMap(({ forms = [] }) => forms.map(formOf)),
  ];
  return new Map(all.reverse());
}

/** One schema of a manifest. */
export interface CaseSchema {
  readonly schema: JsonSchema;
  /** Whether its values are no objects, so that older clients get them in one; of a schema that clients see. */
  readonly wrapped?: boolean;
}

function outputOf(primitive: PrimitiveManifest): [string, CaseSchema][] {
  const { name, resultSchema, outputSchema, wrapped } = primitive as ToolManifest;
  if (resultSchema) return [[`${name}:output`, { schema: restoreRootUnion(resultSchema) }]];
  return outputSchema
    ? [[`${name}:output`, { schema: restoreRootUnion(outputSchema), wrapped: wrapped === true }]]
    : [];
}

function formOf({ key, message, schema }: FormManifest): [string, CaseSchema] {
  return [`form ${key ?? message.join("…")}`, { schema, wrapped: false }];
}
