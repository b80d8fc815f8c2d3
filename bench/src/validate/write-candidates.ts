import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { bundleScript } from "../shared/bundle-script.js";
import { generateShapes } from "./generate-schemas.js";
import { toJsonSchema } from "./to-json-schema.js";
import { toZod } from "./to-zod.js";

/** A candidate, as one module without imports. */
export interface WrittenCandidate {
  readonly name: string;
  readonly file: string;
}

/** What is measured: ways to validate, and ways to send a result. */
export interface WrittenCandidates {
  readonly validators: readonly WrittenCandidate[];
  readonly results: readonly WrittenCandidate[];
}

/** Writes every candidate for so many tools, and `schemas.json`. */
export async function writeCandidates(folder: string, tools: number): Promise<WrittenCandidates> {
  const shapes = generateShapes(tools);
  const schemas = shapes.map(toJsonSchema);
  writeFileSync(join(folder, "schemas.json"), JSON.stringify(schemas));
  const zod = join(folder, "zod-source.ts");
  const list = shapes.map((shape) => `  ${toZod(shape)},\n`).join("");
  writeFileSync(zod, `import * as z from "zod";\n\nconst all = [\n${list}];\n${PREPARE_ZOD}`);
  const ajv = join(folder, "standalone-source.ts");
  writeFileSync(ajv, standaloneCode(schemas));
  const bundle = async (name: string, entry: string): Promise<WrittenCandidate> => ({
    name,
    file: await bundleScript(entry, folder),
  });
  return {
    validators: [
      await bundle("plainmcp, closures", candidate("closures")),
      await bundle("Ajv, compiled at start", candidate("ajv")),
      await bundle("Ajv standalone", ajv),
      await bundle("zod 4", zod),
      await bundle("@cfworker/json-schema", candidate("cfworker")),
    ],
    results: [
      await bundle("plainmcp: encoded by type, checked, written", candidate("encoded-results")),
      await bundle("checked and written", candidate("plain-results")),
      await bundle("written, read back and checked", candidate("copied-results")),
    ],
  };
}

const PREPARE_ZOD = "export const prepare = () => all.map((schema) => (value) => schema.safeParse(value).success);\n";

function candidate(name: string): string {
  return fileURLToPath(new URL(`candidates/${name}.ts`, import.meta.url));
}

/** What Ajv makes of the schemas at build time. */
function standaloneCode(schemas: readonly object[]): string {
  const ajv = new Ajv2020({ strict: false, code: { source: true, esm: true } });
  formats.default(ajv);
  for (const [index, schema] of schemas.entries()) ajv.addSchema(schema, `s${index}`);
  const names = Object.fromEntries(schemas.map((_, index) => [`s${index}`, `s${index}`]));
  const list = Object.keys(names).join(", ");
  return `${standalone.default(ajv, names)}\nexport const prepare = () => [${list}].map((judge) => (value) => judge(value));\n`;
}
