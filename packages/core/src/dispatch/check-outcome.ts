import { isContentBlock, isResourceContents } from "../content.js";
import type { CallKind, Fault, Outcome } from "../primitives/middleware.js";
import { ProtocolError } from "../protocol-error.js";
import { toJson } from "../result/to-json.js";
import { isFaultKind } from "../revisions/error-codes.js";
import { isObject } from "../values/is-object.js";

/**
 * Checks what middleware returned, since it replaces the outcome of the call.
 *
 * @throws Error when it is not an outcome that can be sent
 */
export function checkOutcome(outcome: unknown, kind: CallKind): Outcome {
  if (isObject(outcome) && outcome.status === "completed") {
    return { status: "completed", result: checkResult(outcome.result, kind) };
  }
  if (isObject(outcome) && outcome.status === "failed") {
    return { status: "failed", fault: checkFault(outcome.fault) };
  }
  throw new TypeError("A middleware returned no outcome: return the outcome of next(), or one of its own.");
}

type Result = Extract<Outcome, { readonly status: "completed" }>["result"];

/** What every result of a kind has. */
const REQUIRED = {
  tool: ["content", listOf(isContentBlock), "an array of content blocks"],
  resource: ["contents", listOf(isResourceContents), "an array of { uri, text } or { uri, blob }"],
  prompt: ["messages", Array.isArray, "an array"],
  completion: ["completion", isObject, "an object"],
} as const satisfies Record<CallKind, readonly [field: string, check: (value: unknown) => boolean, what: string]>;

function listOf(isItem: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => Array.isArray(value) && value.every(isItem);
}

function checkResult(result: unknown, kind: CallKind): Result {
  const [field, isRight, what] = REQUIRED[kind];
  const json = isObject(result) ? (toJson(result).json as Result) : undefined;
  if (!json || !isRight(json[field])) {
    throw new TypeError(`A middleware returned a result that a ${kind} cannot have: "${field}" must be ${what}.`);
  }
  if ("resultType" in json) throw new TypeError('A middleware returned a result with "resultType": leave it out.');
  return json;
}

function checkFault(fault: unknown): Fault {
  if (!isObject(fault) || !isFaultKind(fault.kind)) {
    throw new TypeError("A middleware returned a fault of an unknown kind: use one that FaultKind lists.");
  }
  const { kind, code, message, data, error } = fault;
  if (typeof message !== "string" || message === "") {
    throw new TypeError('A middleware returned a fault without a message: "message" must be a text for the client.');
  }
  const isOwn = kind === "protocol";
  if (data !== undefined && !isObject(data) && !isOwn) {
    throw new TypeError('A middleware returned a fault with wrong data: "data" must be an object.');
  }
  return {
    ...{ kind, message },
    // It knows which codes may be used.
    ...(isOwn && { code: new ProtocolError(code as number, message).code }),
    ...("error" in fault && { error }),
    ...(data !== undefined && { data: toJson(data).json }),
  };
}
