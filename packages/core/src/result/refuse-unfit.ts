import { isDateTime } from "../formats/date-time.js";
import { describeValue } from "../validation/describe-value.js";
import { isObject } from "../values/is-object.js";

/**
 * Refuses a property of a result, a block or contents that clients would refuse, and the whole answer with it. Types allow
 * none of these, but values of type `any` have all of them.
 *
 * @throws TypeError that names the property
 */
export function refuseUnfit(name: string, value: unknown): void {
  const rule = value === undefined ? undefined : RULES.get(name);
  if (rule === undefined || rule.fits(value)) return;
  const found = rule.hides === true && typeof value === "string" ? "" : `, not ${describeValue(value)}`;
  throw new TypeError(`Clients refuse what the method returned: ${name} must be ${rule.what}${found}.`);
}

interface Rule {
  readonly what: string;
  readonly fits: (value: unknown) => boolean;
  /** The text would say nothing. */
  readonly hides?: boolean;
}

const TEXT: Rule = { what: "a string", fits: (value) => typeof value === "string" };
const BASE64: Rule = {
  what: 'base64, without a prefix such as "data:"',
  fits: (value) => typeof value === "string" && !/[^A-Za-z0-9+/=\s]/.test(value),
  hides: true,
};

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["isError", { what: "true or false", fits: (value) => typeof value === "boolean" }],
  ["_meta", { what: "an object", fits: (value) => isObject(value) || value instanceof Map }],
  ["annotations", { what: "an object with audience, priority and lastModified", fits: isAnnotations }],
  ...["mimeType", "title", "description"].map((name) => [name, TEXT] as const),
  ["size", { what: "a number", fits: (value) => typeof value === "number" }],
  ["icons", { what: "an array", fits: Array.isArray }],
  ["data", BASE64],
  ["blob", BASE64],
]);

function isAnnotations(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { audience = [], priority = 0, lastModified = new Date(0) } = value;
  const isAudience = Array.isArray(audience) && audience.every((one) => one === "user" || one === "assistant");
  const isPriority = typeof priority === "number" && priority >= 0 && priority <= 1;
  return (
    isAudience &&
    isPriority &&
    (typeof lastModified === "string" ? isDateTime(lastModified) : lastModified instanceof Date)
  );
}
