import type { ReplayState } from "./replay-state.js";
import type { Seal } from "./seal.js";

/** Milliseconds that a person has for one round of questions. */
const LIFETIME_MS = 60 * 60 * 1000;
const MAX_LENGTH = 64 * 1024;

/**
 * Writes the state for the next run as a sealed text, which the client returns with its answers.
 *
 * @param binding The request that the text belongs to
 * @throws RangeError when the text would exceed 64 KiB
 */
export async function writeRequestState(
  state: ReplayState,
  binding: string,
  seal: Seal,
  now: number = Date.now(),
): Promise<string> {
  const sealed: SealedState = { ...state, expires: now + LIFETIME_MS };
  const text = await seal.seal(JSON.stringify(sealed), binding);
  if (text.length > MAX_LENGTH) {
    const sizes = `${text.length} characters, ${MAX_LENGTH} at most`;
    throw new RangeError(`The answers and ctx.once values so far are too large for the client to carry (${sizes}).`);
  }
  return text;
}

/** Reads the state back; `undefined` if the text was changed, belongs to another request, or has expired. */
export async function readRequestState(
  text: string,
  binding: string,
  seal: Seal,
  now: number = Date.now(),
): Promise<ReplayState | undefined> {
  if (text.length > MAX_LENGTH) return undefined;
  const opened = await seal.open(text, binding);
  if (opened === undefined) return undefined;
  const { expires, ...state }: SealedState = JSON.parse(opened);
  return expires > now ? state : undefined;
}

interface SealedState extends ReplayState {
  /** Milliseconds since 1970. */
  readonly expires: number;
}
