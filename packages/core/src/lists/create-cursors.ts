import { invalidParams } from "../dispatch/fault-error.js";
import type { SecretKey } from "../secret/create-secret-key.js";
import { fromHex, toHex } from "../values/hex.js";

/** Writes and reads cursors: signed texts that say where a page of a list begins. */
export interface Cursors {
  /** @param list The name of the list and its contents. The cursor is valid for no other list */
  sign(list: string, from: number): Promise<string>;
  /** @throws FaultError when the cursor was not signed by this server for this list */
  read(list: string, cursor: string): Promise<number>;
}

/** Makes cursors with one secret. Cursors of older secrets can still be read. */
export function createCursors(secretKey: SecretKey): Cursors {
  let keys: ReturnType<typeof importKeys> | undefined;
  const keysOf = () => (keys ??= importKeys(secretKey));
  return {
    async sign(list, from) {
      const [key] = await keysOf();
      const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, toBytes(list, from)));
      return `${from.toString(36)}.${toHex(signature)}`;
    },
    async read(list, cursor) {
      const [, begin, hex] = CURSOR.exec(cursor) ?? [];
      if (begin !== undefined && hex !== undefined) {
        const from = Number.parseInt(begin, 36);
        for (const key of await keysOf()) {
          if (await crypto.subtle.verify("HMAC", key, fromHex(hex), toBytes(list, from))) return from;
        }
      }
      throw invalidParams("Invalid or outdated cursor: read the list from its beginning.");
    },
  };
}

const CURSOR = /^([\da-z]{1,10})\.([\da-f]{64})$/;

type HmacKey = Awaited<ReturnType<typeof importKey>>;

async function importKeys(secretKey: SecretKey): Promise<[HmacKey, ...HmacKey[]]> {
  const [first, ...others] = await secretKey.all("cursors");
  return [await importKey(first), ...(await Promise.all(others.map(importKey)))];
}

async function importKey(key: Uint8Array<ArrayBuffer>) {
  return crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

function toBytes(list: string, from: number): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${from} ${list}`);
}
