/**
 * Derives keys from a secret: for each purpose, always the same 32 bytes, which reveal nothing about other purposes'
 * keys.
 */
export interface SecretKey {
  (purpose: string): Promise<Key>;
  /** The key of each secret, the current one first. The others read data from before the secret was replaced. */
  all(purpose: string): Promise<readonly [Key, ...Key[]]>;
  /** Whether no secret was given, so that other processes, and this one after a restart, have different keys. */
  readonly isRandom: boolean;
}

const MIN_LENGTH = 32;

/**
 * Makes the keys of a secret (HKDF-SHA-256).
 *
 * @param secret At least 32 characters; several, current one first, if it replaces others. @default random
 * @throws TypeError when a secret is too short
 */
export function createSecretKey(secret?: string | readonly string[]): SecretKey {
  const secrets = typeof secret === "string" ? [secret] : (secret ?? []);
  if (secrets.some(({ length }) => length < MIN_LENGTH)) {
    throw new TypeError(`secret must have at least ${MIN_LENGTH} characters. Make one with: openssl rand -base64 32`);
  }
  const [first = createKeys(), ...others] = secrets.map((text) => createKeys(text));
  return Object.assign((purpose: string) => first(purpose), {
    all: async (purpose: string): Promise<readonly [Key, ...Key[]]> => [
      await first(purpose),
      ...(await Promise.all(others.map((derive) => derive(purpose)))),
    ],
    isRandom: secrets.length === 0,
  });
}

type Key = Uint8Array<ArrayBuffer>;

function createKeys(secret?: string): (purpose: string) => Promise<Key> {
  const keys = new Map<string, Promise<Key>>();
  let material: Promise<KeyMaterial> | undefined;
  return (purpose) => {
    let key = keys.get(purpose);
    if (key === undefined) {
      // Made at first use, because some runtimes have no randomness before the first request.
      material ??= importSecret(secret);
      key = material.then((from) => derive(from, purpose));
      keys.set(purpose, key);
    }
    return key;
  };
}

/** Inferred, because not every runtime's types name it. */
type KeyMaterial = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

function importSecret(secret: string | undefined): Promise<KeyMaterial> {
  const bytes = secret === undefined ? crypto.getRandomValues(new Uint8Array(32)) : new TextEncoder().encode(secret);
  return crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveBits"]);
}

async function derive(material: KeyMaterial, purpose: string): Promise<Key> {
  const info = new TextEncoder().encode(`plainmcp ${purpose}`);
  const algorithm = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, material, 256));
}
