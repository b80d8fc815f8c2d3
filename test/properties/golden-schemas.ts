import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonSchema } from "@plainmcp/core";
import type { Manifest } from "@plainmcp/core/manifest";
import { restoreRootUnion } from "../../packages/core/src/manifest/restore-root-union.js";
import { ROOT } from "../support/serve.js";

/** A schema that the compiler emitted, as one of its golden cases holds it. */
export interface GoldenSchema {
  /** `case: tool input`, or `output` instead; `case: form Delete …?` for what a question asks. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** Every schema of every golden manifest, each text once. */
export function goldenSchemas(): readonly GoldenSchema[] {
  const found = new Map<string, GoldenSchema>();
  for (const name of readdirSync(CASES).sort()) {
    const file = join(CASES, name, "manifest.json");
    if (!existsSync(file) || name in SKIPPED) continue;
    for (const golden of schemasOf(name, JSON.parse(readFileSync(file, "utf8")))) {
      const schema = restoreRootUnion(golden.schema);
      const text = JSON.stringify(schema);
      if (!found.has(text)) found.set(text, { ...golden, schema });
    }
  }
  return [...found.values()];
}

/** Cases whose schemas no value can be made for. */
const SKIPPED: Readonly<Record<string, string>> = {
  "doc-patterns": "fast-check knows no \\b, and of a list with a minLength only some values pass.",
  "given-schemas": "A person wrote them, with keywords that no type becomes.",
};

const CASES = join(ROOT, "packages/compiler/cases");

function schemasOf(name: string, { classes }: Manifest): readonly GoldenSchema[] {
  const primitives = classes.flatMap(({ tools, resources, prompts }) => [...tools, ...resources, ...prompts]);
  const forms = classes.flatMap(({ forms = [] }) => forms);
  const ofForms = forms.map(({ key, message, schema }) => ({
    name: `${name}: form ${key ?? message.join("…")}`,
    schema,
  }));
  const ofPrimitives = primitives.flatMap((primitive) => {
    const label = `${name}: ${primitive.name}`;
    const input = { name: `${label} input`, schema: primitive.inputSchema };
    const schema = "outputSchema" in primitive ? primitive.outputSchema : primitive.resultSchema;
    return schema ? [input, { name: `${label} output`, schema }] : [input];
  });
  return [...ofPrimitives, ...ofForms];
}
