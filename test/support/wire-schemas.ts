import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** A JSON-RPC message, as parsed from the wire. */
export interface Message {
  readonly id?: string | number | null;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

/**
 * Problems of a server's message, according to the protocol's official JSON Schema of that revision.
 *
 * @param method Method of the request that the message answers, if it is a response
 */
export function wireProblems(revision: string, message: Message, method: string | undefined): string[] {
  const names = ["JSONRPCMessage"];
  if (message.method !== undefined && !EXTENSIONS.has(message.method)) {
    names.push(message.id === undefined ? "ServerNotification" : "ServerRequest");
  }
  const problems = names.flatMap((name) => problemsOf(revision, name, withId(revision, message)));
  const result = resultOf(message, method);
  if (message.result && result) problems.push(...problemsOf(revision, result, message.result));
  return problems;
}

/** An error without an id, the answer to an unreadable message, is not in the schemas before 2025-11-25. */
function withId(revision: string, message: Message): Message {
  const isNameless = message.error !== undefined && message.id === undefined && revision < "2025-11-25";
  return isNameless ? { ...message, id: 0 } : message;
}

/** Notifications that are not part of the core protocol. */
const EXTENSIONS: ReadonlySet<string> = new Set(["notifications/tasks"]);

/** Name of the type of a result. Extensions have their own types. */
function resultOf({ result }: Message, method: string | undefined): string | undefined {
  if (result?.resultType === "input_required") return "InputRequiredResult";
  if (result?.resultType === "task" || method === undefined) return undefined;
  return RESULTS[method];
}

const RESULTS: Readonly<Record<string, string>> = {
  "completion/complete": "CompleteResult",
  initialize: "InitializeResult",
  "logging/setLevel": "EmptyResult",
  ping: "EmptyResult",
  "prompts/get": "GetPromptResult",
  "prompts/list": "ListPromptsResult",
  "resources/list": "ListResourcesResult",
  "resources/read": "ReadResourceResult",
  "resources/subscribe": "EmptyResult",
  "resources/templates/list": "ListResourceTemplatesResult",
  "resources/unsubscribe": "EmptyResult",
  "server/discover": "DiscoverResult",
  "subscriptions/listen": "SubscriptionsListenResult",
  "tools/call": "CallToolResult",
  "tools/list": "ListToolsResult",
};

function problemsOf(revision: string, name: string, value: unknown): string[] {
  const validate = validatorOf(revision, name);
  if (validate(value)) return [];
  const errors = (validate.errors ?? []).slice(0, 5).map((error) => `${error.instancePath} ${error.message}`);
  return [`${revision} ${name}: ${errors.join("; ")}\n  ${JSON.stringify(value).slice(0, 500)}`];
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(revision: string, name: string): ValidateFunction {
  const key = `${revision} ${name}`;
  let validate = validators.get(key);
  if (!validate) {
    const { ajv, definitions } = schemaOf(revision);
    validate = ajv.compile({ $ref: `${revision}#/${definitions}/${name}` });
    validators.set(key, validate);
  }
  return validate;
}

const schemas = new Map<string, { ajv: Ajv; definitions: string }>();

function schemaOf(revision: string): { ajv: Ajv; definitions: string } {
  let found = schemas.get(revision);
  if (!found) {
    const file = new URL(`../../../shared/data/mcp-schema/${revision}.json`, import.meta.url);
    const schema = JSON.parse(readFileSync(file, "utf8"));
    const ajv = new (schema.$defs ? Ajv2020 : Ajv)({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addFormat("byte", true);
    ajv.addSchema({ ...schema, $id: revision });
    found = { ajv, definitions: schema.$defs ? "$defs" : "definitions" };
    schemas.set(revision, found);
  }
  return found;
}
