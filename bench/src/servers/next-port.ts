import { freePort } from "../shared/scripts.js";

/** Below those that Linux gives to clients: a client that tries again and again would at some time connect to itself. */
const FIRST = 23_200;

let last = FIRST;

/** A port that nobody listens on, another one each time. */
export async function nextPort(): Promise<number> {
  last = await freePort(last + 1 < FIRST + 8000 ? last + 1 : FIRST);
  return last;
}
