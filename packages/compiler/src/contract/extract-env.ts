import type { EnvFormat, EnvVariableManifest } from "@plainmcp/core/manifest";
import type { FoundClass } from "../classes/find-classes.js";
import { isObject } from "../json-schema/is-object.js";
import type { Project } from "../project/project.js";
import { evaluateProperty, propertyName } from "../typescript/evaluate.js";
import { objectLiteral } from "../typescript/object-literal.js";
import { ts } from "../typescript/typescript.js";
import { declarationOf, envDeclarations } from "./env-declaration.js";

/** The environment variables that a class and its bases declare, each name once. Reports what is wrong with them. */
export function extractEnv(found: FoundClass, project: Project): readonly EnvVariableManifest[] {
  const declarations = envDeclarations(found, project);
  for (const member of found.node.members) {
    if (!ts.isPropertyDeclaration(member) || declarations.some(({ property }) => property === member)) continue;
    if (declarationOf(member, project) === undefined) continue;
    const message = "Environment variables are declared by the static field `env` of a class.";
    project.diagnostics.report("invalid-env", member.name, message, "Write: static readonly env = env({ … });");
  }
  const variables = new Map<string, EnvVariableManifest>();
  for (const { call } of declarations) {
    const [argument] = call.arguments;
    const declared = argument === undefined ? [] : readVariables(argument, project);
    for (const variable of declared) if (!variables.has(variable.name)) variables.set(variable.name, variable);
  }
  return [...variables.values()];
}

function readVariables(argument: ts.Expression, project: Project): readonly EnvVariableManifest[] {
  const literal = objectLiteral(argument, project.checker);
  if (literal === undefined) {
    notConstant(argument, project);
    return [];
  }
  return literal.properties.flatMap((property): readonly EnvVariableManifest[] => {
    if (ts.isSpreadAssignment(property)) return readVariables(property.expression, project);
    const name = propertyName(property, project.checker);
    const result = name === undefined ? { unknown: property } : evaluateProperty(property, project.checker);
    if (!("value" in result) || name === undefined) {
      notConstant("value" in result ? property : result.unknown, project);
      return [];
    }
    const problem = problemOf(name, result.value);
    if (problem === undefined) return [toVariable(name, result.value as Written)];
    project.diagnostics.report("invalid-env", property.name ?? property, `${name}: ${problem.message}`, problem.help);
    return [];
  });
}

function notConstant(node: ts.Node, { diagnostics }: Project): void {
  const text = node.getText().split("\n", 1)[0] ?? "";
  const help = "Use literals, enum members, or constants made of them as arguments of env.";
  diagnostics.report("not-constant", node, `The value of \`${text}\` is not known at build time.`, help);
}

/** A variable as it is written, once it is checked. */
interface Written {
  readonly description: string;
  readonly secret?: boolean;
  readonly optional?: boolean;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly format?: EnvFormat;
}

/** In the manifest, the properties always have the same order. */
function toVariable(name: string, written: Written): EnvVariableManifest {
  const { description, secret, optional, default: byDefault, enum: allowed, format } = written;
  return {
    name,
    description,
    ...(secret && { secret }),
    ...(optional && { optional }),
    ...(byDefault !== undefined && { default: byDefault }),
    ...(allowed && { enum: allowed }),
    ...(format && { format }),
  };
}

interface Problem {
  readonly message: string;
  readonly help: string;
}

function problemOf(name: string, value: unknown): Problem | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return { message: "a variable cannot have this name.", help: "Use letters, digits and underscores." };
  }
  if (!isObject(value) || !isText(value.description)) {
    return { message: "it has no description.", help: 'Say what it is for: { description: "Key of the search API" }.' };
  }
  for (const [key, written] of Object.entries(value)) {
    const rule = RULES.get(key);
    if (rule === undefined) {
      return { message: `${key} has no meaning here.`, help: `Write one of ${[...RULES.keys()].join(", ")}.` };
    }
    if (written !== undefined && !rule.admits(written)) {
      return { message: `${key} cannot be ${JSON.stringify(written)}.`, help: rule.help };
    }
  }
  return contradictionOf(value);
}

function contradictionOf({ secret, optional, default: byDefault, enum: allowed }: Record<string, unknown>) {
  if (byDefault === undefined) return undefined;
  if (secret) return { message: "a secret cannot have a default.", help: "Remove the default, or `secret`." };
  if (optional) return { message: "it is optional and has a default.", help: "Remove one of them." };
  if (Array.isArray(allowed) && !allowed.includes(byDefault)) {
    return { message: "its default is not in its enum.", help: `Write one of ${allowed.join(", ")}.` };
  }
  return undefined;
}

interface Rule {
  readonly admits: (value: unknown) => boolean;
  /** What to write instead. */
  readonly help: string;
}

/** The formats that a server checks. */
const FORMATS: ReadonlySet<unknown> = new Set<EnvFormat>([
  ...(["date", "date-time", "duration", "email", "hostname"] as const),
  ...(["ipv4", "ipv6", "regex", "time", "uri", "uuid"] as const),
]);

const SWITCH: Rule = { admits: (value) => typeof value === "boolean", help: "Write true, or leave it out." };

const RULES: ReadonlyMap<string, Rule> = new Map([
  ["description", { admits: isText, help: "Write a text." }],
  ["secret", SWITCH],
  ["optional", SWITCH],
  ["default", { admits: isText, help: "Write a text with at least one character: the values of variables are texts." }],
  [
    "enum",
    {
      admits: (value) => Array.isArray(value) && value.length > 0 && value.every(isText),
      help: 'Write a list of texts: ["eu", "us"].',
    },
  ],
  ["format", { admits: (value) => FORMATS.has(value), help: `Write one of ${[...FORMATS].join(", ")}.` }],
]);

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
