/** Derives the key for one purpose: 32 bytes, the same each time, which tell nothing of the keys for other purposes. */
export type SecretKey = (purpose: string) => Promise<Uint8Array<ArrayBuffer>>;

const MIN_LENGTH = 32;

/**
 * Makes the keys that one secret stands for (HKDF-SHA-256).
 *
 * @param secret At least 32 characters. @default random, so that other processes and restarts have other keys
 * @throws TypeError when the secret is too short to be one
 */
export function createSecretKey(secret?: string): SecretKey {
  if (secret !== undefined && secret.length < MIN_LENGTH) {
    throw new TypeError(`secret must have at least ${MIN_LENGTH} characters. Make one with: openssl rand -base64 32`);
  }
  const keys = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let material: Promise<KeyMaterial> | undefined;
  return (purpose) => {
    let key = keys.get(purpose);
    if (key === undefined) {
      // At first use, because some runtimes allow no randomness before the first request.
      material ??= importSecret(secret);
      key = material.then((from) => derive(from, purpose));
      keys.set(purpose, key);
    }
    return key;
  };
}

/** By inference, because not every runtime's types have a name for it. */
type KeyMaterial = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function importSecret(secret: string | undefined): Promise<KeyMaterial> {
  const bytes = secret === undefined ? crypto.getRandomValues(new Uint8Array(32)) : new TextEncoder().encode(secret);
  return crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits"]);
}

async function derive(material: KeyMaterial, purpose: string): Promise<Uint8Array<ArrayBuffer>> {
  const info = new TextEncoder().encode(`plainmcp ${purpose}`);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, 256));
}
