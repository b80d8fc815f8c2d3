import type { JsonSchema } from "../manifest/json-schema.js";
import { DATA, NAMED_SCHEMAS } from "../manifest/keyword-contents.js";

/** Something in a tool that makes a host refuse the tool, or all tools of the session. */
export interface HostRule {
  /** The rule's name in the docs. */
  readonly id: string;
  /** The hosts that refuse it. */
  readonly hosts: string;
  /** A public report of the refusal. */
  readonly source: string;
  /** The rule, as a sentence. */
  readonly rule: string;
  /** Finds what breaks the rule in a tool as clients see it, such as `the argument "a b"`. */
  readonly find: (tool: WireTool) => readonly string[];
  readonly help: string;
}

/** A tool as `tools/list` shows it. */
export interface WireTool {
  readonly name: string;
  readonly inputSchema: JsonSchema;
}

/** What hosts refuse, each rule with a public report. */
export const HOST_RULES: readonly HostRule[] = [
  {
    id: "tool-name",
    hosts: "Anthropic's API, claude.ai, OpenAI's API",
    source: "https://github.com/anthropics/claude-code/issues/985",
    rule: "A tool's name has at most 64 characters, all of them letters without accents, digits, _ or -.",
    find: ({ name }) => (NAME.test(name) ? [] : [`the name "${name}"`]),
    help: 'Give the tool another name: @tool({ name: "…" }).',
  },
  {
    id: "argument-name",
    hosts: "Anthropic's API",
    source: "https://github.com/IBM-Cloud/ibm-cloud-cli-release/issues/226",
    rule: "An argument's name has at most 64 characters, all of them letters without accents, digits, _, . or -.",
    find: ({ inputSchema }) =>
      Object.keys((inputSchema.properties ?? {}) as object)
        .filter((key) => !KEY.test(key))
        .map((key) => `the argument "${key}"`),
    help: "Rename it. Properties of an argument that is an object may have any name.",
  },
  {
    id: "no-root-union",
    hosts: "Anthropic's API, OpenAI's API",
    source: "https://github.com/anomalyco/opencode/issues/47543",
    rule: "The schema of the arguments has no anyOf, oneOf or allOf at its root.",
    find: ({ inputSchema }) =>
      UNIONS.filter((keyword) => keyword in inputSchema).map((keyword) => `${keyword} at the root`),
    help: "Write all properties at the root, and say in the description which of them belong together.",
  },
  {
    id: "array-items",
    hosts: "VS Code, OpenAI's API, Gemini",
    source: "https://github.com/microsoft/vscode/issues/246119",
    rule: "Every array has items.",
    find: ({ inputSchema }) => (subschemas(inputSchema).some(isBareArray) ? ["an array without items"] : []),
    help: "Add items; items: {} allows any.",
  },
  {
    id: "one-type",
    hosts: "Gemini, MCP gateways",
    source: "https://github.com/aoci-spec/aoci-code/issues/61",
    rule: "A type is a single name, not a list; null and other alternatives are branches of anyOf.",
    find: ({ inputSchema }) =>
      subschemas(inputSchema)
        .filter(({ type }) => Array.isArray(type))
        .slice(0, 1)
        .map(({ type }) => `"type": ${JSON.stringify(type)}`),
    help: "Write anyOf with one type in each branch.",
  },
];

const NAME = /^[a-zA-Z0-9_-]{1,64}$/;
const KEY = /^[a-zA-Z0-9_.-]{1,64}$/;
const UNIONS = ["anyOf", "oneOf", "allOf"];

function isBareArray({ type, items }: JsonSchema): boolean {
  return [type].flat().includes("array") && items === undefined;
}

/** A schema and all schemas in it. */
function subschemas(root: JsonSchema): readonly JsonSchema[] {
  const found = new Set<JsonSchema>();
  const visit = (part: unknown, isNamed: boolean): void => {
    if (typeof part !== "object" || part === null || found.has(part as JsonSchema)) return;
    if (!isNamed && !Array.isArray(part)) found.add(part as JsonSchema);
    for (const [keyword, inner] of Object.entries(part)) {
      if (isNamed || !DATA.has(keyword)) visit(inner, !isNamed && NAMED_SCHEMAS.has(keyword));
    }
  };
  visit(root, false);
  return [...found];
}
