import { LEVELS } from "../call/create-log.js";
import type { ClientInfo, LogLevel } from "../context.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { MODERN_REVISION } from "../revisions/error-codes.js";
import { compileSchema, type Validate } from "../validation/compile-schema.js";
import { isObject } from "../values/is-object.js";
import type { Params } from "../wire/message.js";
import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  LOG_LEVEL_META_KEY,
  PROTOCOL_VERSION_META_KEY,
} from "../wire/meta-keys.js";

/** What a modern client says about itself with each request. */
export interface Envelope {
  readonly client: ClientInfo;
  /** The least severe log messages that it wants; without one, it wants none. */
  readonly logLevel: LogLevel | undefined;
}

/** Whether a message says something about itself that only modern clients say. */
export function claimsModern(params: Params | undefined): boolean {
  const meta = params?._meta;
  return isObject(meta) && PROTOCOL_VERSION_META_KEY in meta;
}

/** Reads the envelope of a modern request. Returns `undefined` for one that is invalid, or merely unusual. */
export function readEnvelope(params: Params | undefined): Envelope | undefined {
  const meta = params?._meta;
  if (!isObject(meta) || meta[PROTOCOL_VERSION_META_KEY] !== MODERN_REVISION) return undefined;
  const info = meta[CLIENT_INFO_META_KEY];
  const capabilities = meta[CLIENT_CAPABILITIES_META_KEY];
  const logLevel = meta[LOG_LEVEL_META_KEY];
  if (!areCapabilities(capabilities) || !(info === undefined || isInfo(info))) return undefined;
  if (logLevel !== undefined && !LEVELS.includes(logLevel as LogLevel)) return undefined;
  return { client: toClient(info, capabilities), logLevel: logLevel as LogLevel | undefined };
}

/** What a client declares about itself, as methods see it. */
export function toClient(
  info: { readonly name?: unknown; readonly version?: unknown } = {},
  capabilities: object = {},
) {
  const { name, version } = info;
  const client: { name?: unknown; version?: unknown; capabilities: object } = { capabilities };
  if (name !== undefined) client.name = name;
  if (version !== undefined) client.version = version;
  return client as ClientInfo;
}

/** Whether the answers to questions that a request brings have the protocol's types. */
export function hasPlainAnswers({ requestState, inputResponses }: Params = {}): boolean {
  if (requestState !== undefined && typeof requestState !== "string") return false;
  return inputResponses === undefined || isObject(inputResponses);
}

const TEXT: JsonSchema = { type: "string" };
const OBJECT: JsonSchema = { type: "object" };
const OBJECTS: JsonSchema = { type: "object", additionalProperties: OBJECT };

const ICON: JsonSchema = {
  type: "object",
  properties: {
    ...{ src: TEXT, mimeType: TEXT, theme: { enum: ["light", "dark"] } },
    sizes: { type: "array", items: TEXT },
  },
  required: ["src"],
};

const INFO: JsonSchema = {
  type: "object",
  properties: {
    ...{ name: TEXT, version: TEXT, title: TEXT, description: TEXT, websiteUrl: TEXT },
    icons: { type: "array", items: ICON },
  },
  required: ["name", "version"],
};

const CAPABILITIES: JsonSchema = {
  type: "object",
  properties: {
    experimental: OBJECTS,
    extensions: OBJECTS,
    roots: { type: "object", properties: { listChanged: { type: "boolean" } } },
    sampling: { type: "object", properties: { context: OBJECT, tools: OBJECT } },
    elicitation: {
      type: "object",
      properties: { form: { type: "object", properties: { applyDefaults: { type: "boolean" } } }, url: OBJECT },
    },
  },
};

const fitsInfo = createTest(INFO);
const fitsCapabilities = createTest(CAPABILITIES);

/** Makes a function that tells whether a value fits a schema, which is compiled when the first value comes. */
function createTest(schema: JsonSchema): (value: unknown) => boolean {
  let validate: Validate | undefined;
  return (value) => {
    validate ??= compileSchema(schema);
    return validate(value).length === 0;
  };
}

function isInfo(info: unknown): info is { readonly name: string; readonly version: string } {
  return isShortInfo(info) || fitsInfo(info);
}

/** Whether a client says no more about itself than its name and version, as most do. */
function isShortInfo(info: unknown): boolean {
  if (!isObject(info) || typeof info.name !== "string" || typeof info.version !== "string") return false;
  for (const name in info) if (name !== "name" && name !== "version") return false;
  return true;
}

function areCapabilities(capabilities: unknown): capabilities is object {
  return isEmptyObject(capabilities) || fitsCapabilities(capabilities);
}

function isEmptyObject(value: unknown): boolean {
  if (!isObject(value)) return false;
  for (const _name in value) return false;
  return true;
}
