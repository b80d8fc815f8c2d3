import { fromBase64, toBase64 } from "../values/base64.js";

/** Encrypts and authenticates text: without a key, nobody can read or forge it. */
export interface Seal {
  /** @param binding What the text belongs to; `open` needs the same binding */
  seal(text: string, binding: string): Promise<string>;
  /** Returns the text, or `undefined` if it was not sealed with one of the keys and this binding. */
  open(sealed: string, binding: string): Promise<string | undefined>;
}

/** The keys, 32 bytes each. The first one seals; all of them open. */
export type SealKeys = () => Promise<readonly [Uint8Array<ArrayBuffer>, ...Uint8Array<ArrayBuffer>[]]>;

/** Seals with AES-256-GCM. */
export function createSeal(keys: SealKeys): Seal {
  let imported: Promise<readonly Key[]> | undefined;
  const importedKeys = (): Promise<readonly Key[]> => {
    imported ??= keys().then((all) => Promise.all(all.map(importKey)));
    return imported;
  };
  return {
    seal: async (text, binding) => {
      const [key] = (await importedKeys()) as [Key];
      const iv = crypto.getRandomValues(new Uint8Array(IV_LENGTH));
      const encrypted = await crypto.subtle.encrypt(algorithm(iv, binding), key, new TextEncoder().encode(text));
      const bytes = new Uint8Array(IV_LENGTH + encrypted.byteLength);
      bytes.set(iv);
      bytes.set(new Uint8Array(encrypted), IV_LENGTH);
      return PREFIX + toText(bytes);
    },
    open: async (sealed, binding) => {
      const bytes = toBytes(sealed);
      if (bytes === undefined) return undefined;
      const from = algorithm(bytes.slice(0, IV_LENGTH), binding);
      for (const key of await importedKeys()) {
        const text = await decrypt(from, key, bytes.slice(IV_LENGTH));
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

/** Marks the format, so that it can change later. */
const PREFIX = "v1.";
const IV_LENGTH = 12;

/** Inferred, because not every runtime's types name it. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function importKey(key: Uint8Array<ArrayBuffer>): Promise<Key> {
  return crypto.subtle.importKey("raw", key, "AES-GCM", false, ["encrypt", "decrypt"]);
}

interface Algorithm {
  readonly name: "AES-GCM";
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly additionalData: Uint8Array<ArrayBuffer>;
}

function algorithm(iv: Uint8Array<ArrayBuffer>, binding: string): Algorithm {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(PREFIX + binding) };
}

/** Writes base64 for URLs, because cursors are values in URIs. */
function toText(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toBytes(sealed: string): Uint8Array<ArrayBuffer> | undefined {
  if (!sealed.startsWith(PREFIX)) return undefined;
  const text = sealed.slice(PREFIX.length);
  try {
    const bytes = fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));
    // Decoders skip characters outside of base64. A sealed text has none.
    return bytes.length > IV_LENGTH && toText(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}

async function decrypt(from: Algorithm, key: Key, bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(from, key, bytes));
  } catch {
    // WebCrypto throws if the text was not sealed with this key and binding.
    return undefined;
  }
}
