import type { Diagnostic } from "./diagnostic.js";

/** One row of the table of codes. */
export interface DiagnosticEntry {
  readonly name: string;
  readonly severity: Diagnostic["severity"];
  /** One line for the reference page. */
  readonly meaning: string;
}

/**
 * Every diagnostic of the compiler itself. Codes are never reused.
 *
 * @example
 * ```ts
 * DIAGNOSTIC_CODES.PLAIN1016.meaning; // "A primitive has no description."
 * ```
 */
export const DIAGNOSTIC_CODES = {
  PLAIN1001: {
    name: "no-such-file",
    severity: "error",
    meaning: "An entry file, or the file of a page, does not exist.",
  },
  PLAIN1002: { name: "unresolved-type", severity: "error", meaning: "A type's name could not be resolved." },
  PLAIN1003: { name: "not-json", severity: "error", meaning: "A value of this type cannot be sent as JSON." },
  PLAIN1004: {
    name: "endless-type",
    severity: "error",
    meaning: "A generic type grows with each level and never ends.",
  },
  PLAIN1005: {
    name: "class-as-input",
    severity: "warning",
    meaning: "A class is expected as input, but the method will receive a plain object without its members.",
  },
  PLAIN1006: {
    name: "not-a-method",
    severity: "error",
    meaning: "A decorator is on something other than a method.",
  },
  PLAIN1007: { name: "not-public", severity: "error", meaning: "A decorated method is private, protected or static." },
  PLAIN1008: { name: "several-decorators", severity: "error", meaning: "One method has more than one decorator." },
  PLAIN1009: {
    name: "not-constant",
    severity: "error",
    meaning: "An argument of a decorator, or of `env`, is not known at build time.",
  },
  PLAIN1010: { name: "invalid-name", severity: "error", meaning: "The protocol does not allow the name of a tool." },
  PLAIN1011: {
    name: "duplicate-name",
    severity: "error",
    meaning: "Two primitives of a class have the same name or URI.",
  },
  PLAIN1012: { name: "invalid-uri", severity: "error", meaning: "A resource's URI or URI template is malformed." },
  PLAIN1013: {
    name: "template-mismatch",
    severity: "error",
    meaning: "The variables of a URI template and the method's parameters differ.",
  },
  PLAIN1014: {
    name: "not-text",
    severity: "error",
    meaning: "A prompt argument or template variable has a type that text cannot be converted to.",
  },
  PLAIN1015: {
    name: "unnamed-parameter",
    severity: "error",
    meaning: "A destructured parameter has no name for clients.",
  },
  PLAIN1016: { name: "no-description", severity: "warning", meaning: "A primitive has no description." },
  PLAIN1017: {
    name: "overloads",
    severity: "warning",
    meaning: "A method has overloads, but clients only see the last one.",
  },
  PLAIN1018: {
    name: "invalid-doc-tag",
    severity: "warning",
    meaning: "A doc tag was ignored: its value or place is wrong.",
  },
  PLAIN1019: {
    name: "unknown-param",
    severity: "warning",
    meaning: "A `@param` names a parameter that does not exist.",
  },
  PLAIN1020: { name: "any-input", severity: "warning", meaning: "A parameter, or a part of one, has the type `any`." },
  PLAIN1021: {
    name: "private-output",
    severity: "error",
    meaning: "A result has private fields, which the client would receive.",
  },
  PLAIN1022: {
    name: "slow-pattern",
    severity: "error",
    meaning: "Matching a pattern can take exponential or quadratic time (ReDoS).",
  },
  PLAIN1023: {
    name: "invalid-schema",
    severity: "error",
    meaning: "A schema given to the decorator is invalid, or does not fit the method.",
  },
  PLAIN1024: {
    name: "too-large",
    severity: "error",
    meaning: "The schemas of one method are too large.",
  },
  PLAIN1025: { name: "not-a-form", severity: "error", meaning: "A question asks for a value that a form cannot hold." },
  PLAIN1026: {
    name: "ambiguous-form",
    severity: "error",
    meaning: "Two questions with the same text or key have different forms.",
  },
  PLAIN1027: {
    name: "invalid-option",
    severity: "error",
    meaning: "An option of a decorator has an invalid value.",
  },
  PLAIN1028: {
    name: "unfit-method",
    severity: "error",
    meaning: "An option names a method that does not exist, or that cannot be called as the option needs.",
  },
  PLAIN1029: {
    name: "invalid-header",
    severity: "error",
    meaning: "A `@header` has an invalid name, or belongs to a value that a header cannot repeat.",
  },
  PLAIN1030: { name: "unknown-format", severity: "warning", meaning: "Unknown format." },
  PLAIN1031: {
    name: "ambiguous-union",
    severity: "error",
    meaning: "Two types of a union look the same in JSON, so the method could not know which one it received.",
  },
  PLAIN1032: {
    name: "plain-over-codec",
    severity: "warning",
    meaning: "A type of a union looks like plain JSON of another one: the method receives the plain value.",
  },
  PLAIN1033: {
    name: "host-refuses",
    severity: "warning",
    meaning: "A host refuses the tool, and often all tools of the session with it.",
  },
  PLAIN1037: {
    name: "invalid-alias",
    severity: "error",
    meaning: "An `@alias` collides with another name, or clients could not send it.",
  },
  PLAIN1040: {
    name: "masked-error",
    severity: "hint",
    meaning: "A tool throws an error whose text clients will not see.",
  },
  PLAIN1041: {
    name: "no-node-types",
    severity: "error",
    meaning: "The source uses Node.js, but its types are missing.",
  },
  PLAIN1045: {
    name: "large-schema",
    severity: "warning",
    meaning: "The schemas of one method are large, and a model reads them with every request.",
  },
  PLAIN1046: {
    name: "too-many-texts",
    severity: "error",
    meaning: "A template literal type stands for more strings than TypeScript can list.",
  },
  PLAIN1047: {
    name: "unknown-brand",
    severity: "warning",
    meaning: "The schema cannot express a brand of a validation library.",
  },
  PLAIN1050: {
    name: "impossible-constraint",
    severity: "error",
    meaning: "A constraint in a comment cannot apply, so nothing would check the value.",
  },
  PLAIN1051: {
    name: "contradicted-type",
    severity: "warning",
    meaning: "A type in a comment contradicts the TypeScript type.",
  },

  PLAIN1055: {
    name: "unfit-result",
    severity: "error",
    meaning: "A result cannot become what clients expect of a prompt, a resource, or a tool with an output schema.",
  },
  PLAIN1056: {
    name: "doubtful-result",
    severity: "warning",
    meaning: "A result looks like content of the protocol, but is sent as data.",
  },
  PLAIN1057: {
    name: "compiled-base",
    severity: "warning",
    meaning: "A class extends a compiled class, whose declarations do not show decorators.",
  },
  PLAIN1061: {
    name: "partly-structured",
    severity: "warning",
    meaning: "Some results of a tool have structured content and others have none, so the tool has no output schema.",
  },
  PLAIN1062: {
    name: "page-without-cursor",
    severity: "warning",
    meaning: "A method returns pages, but no parameter takes the cursor, so clients only get the first page.",
  },
  PLAIN1070: {
    name: "not-a-hook",
    severity: "warning",
    meaning: "A member has the name of a hook, but the server does not call it.",
  },
  PLAIN1071: {
    name: "invalid-env",
    severity: "error",
    meaning: "A class declares an environment variable in a way that cannot work.",
  },
  PLAIN1072: {
    name: "unlisted-env",
    severity: "warning",
    meaning: "Environment variables are declared, but no class that can be served has them.",
  },
} as const;

/** The names in {@link DIAGNOSTIC_CODES}, by which the code reports diagnostics. */
export type DiagnosticName = (typeof DIAGNOSTIC_CODES)[keyof typeof DIAGNOSTIC_CODES]["name"];

/** Code and severity of a name. */
export function codeOf(name: DiagnosticName): Pick<Diagnostic, "code" | "severity"> {
  for (const [code, entry] of Object.entries<DiagnosticEntry>(DIAGNOSTIC_CODES)) {
    if (entry.name === name) return { code, severity: entry.severity };
  }
  throw new Error(`No diagnostic is called ${name}`);
}
