import { ProtocolFault } from "../dispatch/protocol-fault.js";
import type { SecretKey } from "../secret/create-secret-key.js";

/** Says where a page of a list begins, in a text that only we can write. */
export interface Cursors {
  /** @param list Name of the list and what it consists of: the cursor is good for no other */
  sign(list: string, from: number): Promise<string>;
  /** @throws ProtocolFault when we did not sign it, or not for this list */
  read(list: string, cursor: string): Promise<number>;
}

/** Makes the cursors that one secret stands for. */
export function createCursors(secretKey: SecretKey): Cursors {
  let key: ReturnType<typeof importKey> | undefined;
  const tagOf = async (list: string, from: number): Promise<Uint8Array> => {
    key ??= importKey(secretKey);
    const signed = new TextEncoder().encode(`${from} ${list}`);
    return new Uint8Array(await crypto.subtle.sign("HMAC", await key, signed));
  };
  const sign = async (list: string, from: number): Promise<string> =>
    `${from.toString(36)}.${toHex((await tagOf(list, from)).subarray(0, TAG_BYTES))}`;
  return {
    sign,
    async read(list, cursor) {
      const from = Number.parseInt(cursor, 36);
      if (Number.isSafeInteger(from) && isEqual(await sign(list, from), cursor)) return from;
      throw new ProtocolFault("invalid-params", "Invalid or outdated cursor: read the list from its beginning.");
    },
  };
}

/** 128 bits: as many as nobody can guess. */
const TAG_BYTES = 16;

async function importKey(secretKey: SecretKey) {
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", await secretKey("cursors"), algorithm, false, ["sign"]);
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** In a time that does not tell how much of it is right. */
function isEqual(expected: string, actual: string): boolean {
  let difference = expected.length ^ actual.length;
  for (let at = 0; at < expected.length; at++) difference |= expected.charCodeAt(at) ^ actual.charCodeAt(at);
  return difference === 0;
}
