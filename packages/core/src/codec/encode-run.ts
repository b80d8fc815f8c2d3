import { type Check, type Run as CheckRun, createRun, MAX_DEPTH, passes } from "../validation/check.js";
import { findCycle } from "./find-cycle.js";
import { UnsendableError } from "./unsendable-error.js";

/** Turns a value into JSON. Always copies; what JSON cannot hold where it stands is `undefined`. @throws UnsendableError */
export type Encode = (value: unknown, run: EncodeRun) => unknown;

/** The state of one encoding. What few encodings need is made when they need it. */
export interface EncodeRun {
  /** The whole value. */
  readonly root: unknown;
  /** Whether `NaN` and infinite numbers are refused. Where they are not they become `null`. */
  readonly isStrict: boolean;
  /** Property names and indices that lead to the current value. Keys of a dictionary begin with {@link ANY_KEY}. */
  readonly path: (string | number)[];
  /** The paths of properties that were left out, because no type declares them. */
  omitted: Set<string> | undefined;
  /** Whether all that was encoded so far is what its schema says, so that nobody has to validate it. */
  isSure: boolean;
  /** How many unions are being tried around the current value. */
  trials: number;
  /** What iterators gave: they can be read once. */
  read: Map<unknown, unknown> | undefined;
  /** What unions inside of unions became, so that trying their branches takes no exponential time. */
  known: Map<object, Map<unknown, Trial>> | undefined;
  /** For {@link holds}. */
  checking: CheckRun | undefined;
}

/** What a branch of a union made of a value. */
export interface Trial {
  readonly json: unknown;
  readonly omitted: ReadonlySet<string>;
  /** Whether it is what the schema says, for all that encoding has seen. */
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
  // The place of anything else is never asked for.
  if ((typeof child !== "object" || child === null) && !(typeof child === "number" && !Number.isFinite(child))) {
    return encode(child, run);
  }
  if (run.path.length >= MAX_DEPTH) throw endless(run);
  run.path.push(key);
  const json = encode(child, run);
  run.path.pop();
  return json;
}

/** Whether a check passes for something encoded. */
export function holds(check: Check, json: unknown, run: EncodeRun): boolean {
  run.checking ??= createRun();
  return passes(check, json, run.checking);
}

/** Notes that a property of the current value is left out. */
export function omit(key: string, run: EncodeRun): void {
  run.omitted ??= new Set();
  run.omitted.add(typePath([...run.path, key]));
}

/** A number as JSON has it. @throws UnsendableError */
export function encodeNumber(value: number, run: EncodeRun): number | null {
  if (Number.isFinite(value)) return value;
  if (run.isStrict) throw new UnsendableError(`${valuePath(run.path)} is ${value}`, "Return null, or leave it out.");
  return null;
}

/** The place of the current value, such as `result.rows[3].price`. */
export function valuePath(path: readonly (string | number)[]): string {
  return toText(path, (key) => key.slice(ANY_KEY.length), String);
}

/** The place in the type, the same for all values: `result.rows[].price`. */
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
