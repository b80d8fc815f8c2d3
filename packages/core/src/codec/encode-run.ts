import { type Check, type Run as CheckRun, createRun, MAX_DEPTH, passes } from "../validation/check.js";
import { findCycle } from "./find-cycle.js";
import { UnsendableError } from "./unsendable-error.js";

/**
 * Converts a value to JSON. Always copies. Returns `undefined` if JSON cannot hold the value. @throws UnsendableError
 */
export type Encode = (value: unknown, run: EncodeRun) => unknown;

/** The state of one encoding. Members that few encodings need are created on demand. */
export interface EncodeRun {
  /** The whole value. */
  readonly root: unknown;
  /** Whether `NaN` and infinite numbers are refused. Otherwise they become `null`. */
  readonly isStrict: boolean;
  /** Property names and indices that lead to the current value. Keys of a dictionary begin with {@link ANY_KEY}. */
  readonly path: (string | number)[];
  /** The paths of properties that were left out because no type declares them. */
  omitted: Set<string> | undefined;
  /** Whether everything encoded so far matches its schema, so that it need not be validated. */
  isSure: boolean;
  /** How many unions are being tried around the current value. */
  trials: number;
  /** The values of iterators, which can be read only once. */
  read: Map<unknown, unknown> | undefined;
  /** The results of unions inside unions, so that trying their branches does not take exponential time. */
  known: Map<object, Map<unknown, Trial>> | undefined;
  /** For {@link holds}. */
  checking: CheckRun | undefined;
}

/** The result of encoding a value with one branch of a union. */
export interface Trial {
  readonly json: unknown;
  readonly omitted: ReadonlySet<string>;
  /** Whether the result matches the schema, as far as encoding can tell. */
  readonly isSure: boolean;
}

/** Marks a key that the value has chosen, not its type. */
export const ANY_KEY = "\u0000";

/** Begins to encode a value. */
export function createEncodeRun(root: unknown, isStrict: boolean): EncodeRun {
  return {
    root,
    isStrict,
    path: [],
    omitted: undefined,
    isSure: true,
    trials: 0,
    read: undefined,
    known: undefined,
    checking: undefined,
  };
}

/** Encodes a part of the current value. @throws UnsendableError when it is nested too deeply */
export function encodeChild(encode: Encode, child: unknown, key: string | number, run: EncodeRun): unknown {
  // Only these values can cause an error that names their path.
  if ((typeof child !== "object" || child === null) && !(typeof child === "number" && !Number.isFinite(child))) {
    return encode(child, run);
  }
  if (run.path.length >= MAX_DEPTH) throw endless(run);
  run.path.push(key);
  const json = encode(child, run);
  run.path.pop();
  return json;
}

/** Whether a check passes for an encoded value. */
export function holds(check: Check, json: unknown, run: EncodeRun): boolean {
  run.checking ??= createRun();
  return passes(check, json, run.checking);
}

/** Records that a property of the current value is left out. */
export function omit(key: string, run: EncodeRun): void {
  run.omitted ??= new Set();
  run.omitted.add(typePath([...run.path, key]));
}

/** Encodes a number. @throws UnsendableError */
export function encodeNumber(value: number, run: EncodeRun): number | null {
  if (Number.isFinite(value)) return value;
  if (run.isStrict) throw new UnsendableError(`${valuePath(run.path)} is ${value}`, "Return null, or leave it out.");
  return null;
}

/** The path of the current value, such as `result.rows[3].price`. */
export function valuePath(path: readonly (string | number)[]): string {
  return toText(path, (key) => key.slice(ANY_KEY.length), String);
}

/** The path in the type, which is the same for all values: `result.rows[].price`. */
function typePath(path: readonly (string | number)[]): string {
  return toText(
    path,
    () => undefined,
    () => "",
  );
}

function toText(
  path: readonly (string | number)[],
  anyKey: (key: string) => string | undefined,
  index: (index: number) => string,
): string {
  let text = "result";
  for (const step of path) {
    if (typeof step === "number") text += `[${index(step)}]`;
    else if (!step.startsWith(ANY_KEY)) text += property(step);
    else text += property(anyKey(step) ?? "*");
  }
  return text;
}

function property(key: string): string {
  return /^(?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\*)$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function endless({ root }: EncodeRun): UnsendableError {
  const path = findCycle(root);
  if (path === undefined) {
    return new UnsendableError(`it is nested deeper than ${MAX_DEPTH} levels`, "Return a flatter value.");
  }
  return new UnsendableError(`${valuePath(path)} contains itself`, "Leave it out, or return its id.");
}
