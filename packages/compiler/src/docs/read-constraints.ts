import type { DiagnosticCollector } from "../diagnostics/diagnostic-collector.js";
import { FORMATS } from "../json-schema/formats.js";
import { type LimitConflict, limitConflict } from "../json-schema/limit-conflict.js";
import type { Schema } from "../json-schema/schema.js";
import { takesConstraint, typesSentAsText } from "../json-schema/takes-constraint.js";
import { type Constraint, constrain } from "./constrain.js";
import type { Doc, DocTag } from "./doc.js";
import { readForeignTag } from "./read-foreign-tag.js";
import { expectation, readTag, tagProblem } from "./read-tag.js";
import { valueTag } from "./value-tags.js";

/**
 * The constraints that a comment puts on a value. Reports constraints that do not apply to the value or that no value
 * satisfies; in a package's comment, it ignores them.
 *
 * @param schemas The schemas of the value's alternatives
 */
export function readConstraints(schemas: readonly Schema[], doc: Doc, diagnostics: DiagnosticCollector): Constraint[] {
  const [first] = schemas;
  const whole = first && schemas.length === 1 ? first : { anyOf: schemas };
  let found: (Constraint & { readonly tag: DocTag })[] = [];
  for (const tag of doc.tags) {
    const { name, foreign } = tag;
    const { constrains } = valueTag(name);
    if (constrains === undefined) continue;
    const value = foreign ? readForeignTag(tag, whole) : readConstraint(tag, constrains, whole, diagnostics);
    if (value === undefined) continue;
    const all = [...found.filter((one) => one.name !== name), { name, value, tag }];
    const conflict = foreign ? conflictOf(whole, all) : undefined;
    // It is unclear which of the two is right, so both go.
    found = conflict ? found.filter((one) => !conflict.keywords.includes(one.name)) : all;
  }
  const own = found.filter(({ tag }) => !tag.foreign);
  const conflict = conflictOf(whole, found);
  const wrong = conflict && own.find(({ name }) => conflict.keywords.includes(name));
  if (conflict && wrong) {
    const help = "Change or remove one of these constraints.";
    diagnostics.report("impossible-constraint", wrong.tag.node, conflict.message, help);
  }
  return found;
}

function readConstraint(tag: DocTag, constrains: Kind, schema: Schema, diagnostics: DiagnosticCollector): unknown {
  const { name, text, node } = tag;
  // It must be an error: otherwise nothing would check the value, and nobody would notice.
  const diagnostic = "impossible-constraint";
  if (!takesConstraint(schema, constrains)) {
    const [one, many] = KINDS[constrains];
    const message = `@${name} is for ${many}, but this value is never ${one}.`;
    const sent = typesSentAsText(schema).map((type) => {
      return ` ${/^[AEIO]/.test(type) ? "An" : "A"} ${type} is sent as text: check it in the method.`;
    });
    diagnostics.report(diagnostic, node, message, `Remove the tag, or change the type.${sent.join("")}`);
    return undefined;
  }
  const value = readTag(tag, schema);
  if (value === undefined) diagnostics.report(diagnostic, node, tagProblem(tag), expectation(tag, schema));
  else if (name === "format" && !FORMATS.has(text)) {
    const help = `Write one of ${[...FORMATS].join(", ")}, or a @pattern.`;
    diagnostics.report("unknown-format", node, `Unknown format "${text}": nothing checks it.`, help);
  }
  return value;
}

const KINDS = {
  number: ["a number", "numbers"],
  string: ["a string", "strings"],
  array: ["an array", "arrays"],
  object: ["an object", "objects"],
} as const;

type Kind = keyof typeof KINDS;

/** Limits that leave no value in any branch of the same kind. */
function conflictOf(schema: Schema, constraints: readonly (Constraint & { readonly tag: DocTag })[]) {
  const branches = branchesOf(constraints.reduce<Schema>(constrain, schema));
  for (const kind of Object.keys(KINDS)) {
    const isUsed = constraints.some(({ name }) => valueTag(name).constrains === kind);
    const constrained = isUsed ? branches.filter((branch) => takesConstraint(branch, kind)) : [];
    const conflicts = constrained.map((branch): LimitConflict | undefined => {
      // The type may be stricter than the comment.
      const written = constraints.filter(({ name, value, tag }) => !tag.foreign && branch[name] === value);
      return limitConflict(branch, new Set(written.map(({ name }) => name)));
    });
    if (conflicts.every((conflict) => conflict !== undefined)) {
      if (conflicts[0]) return conflicts[0];
    }
  }
  return undefined;
}

function branchesOf(schema: Schema): Schema[] {
  return Array.isArray(schema.anyOf) ? (schema.anyOf as Schema[]).flatMap(branchesOf) : [schema];
}
