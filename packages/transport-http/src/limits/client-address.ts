import { type Block, type Bytes, isIn, optionError, toBlock, toBytes } from "@plainmcp/core/internal/engine";

/** Which proxies are trusted to say whom a request comes from: the last ones, by number, or those with these addresses. */
export type TrustProxy = number | readonly string[];

/**
 * Makes the function that returns a client's address.
 *
 * @throws TypeError when the option is invalid
 */
export function clientAddressBy(
  trusted: TrustProxy,
): (peer: string | undefined, forwarded: string | null) => string | undefined {
  if (typeof trusted === "number") {
    if (!Number.isInteger(trusted) || trusted < 0) throw invalid(`a whole number, not ${trusted}`);
    return (peer, forwarded) => {
      const path = pathOf(peer, forwarded);
      return path[Math.min(trusted, path.length - 1)];
    };
  }
  const blocks = trusted.map(readBlock);
  return (peer, forwarded) => {
    const path = pathOf(peer, forwarded);
    return path.find((address) => address !== undefined && !isTrusted(address, blocks)) ?? path.at(-1);
  };
}

/** Makes the function that says whether a connection comes from a trusted proxy. */
export function proxyBy(trusted: TrustProxy | undefined): (address: string) => boolean {
  if (trusted === undefined || trusted === 0) return () => false;
  if (typeof trusted === "number") return () => true;
  const blocks = trusted.map(readBlock);
  return (address) => isTrusted(address, blocks);
}

/** The address by which a client counts: that of IPv4, or the network of IPv6, of which a client has all addresses. */
export function toAccount(address: string): string {
  if (!address.includes(":")) return address;
  const bytes = toBytes(address);
  if (bytes === undefined) return address;
  const embedded = toIpv4(bytes);
  if (embedded !== undefined) return embedded.join(".");
  const groups = [0, 2, 4, 6].map((at) => (((bytes[at] as number) << 8) | (bytes[at + 1] as number)).toString(16));
  return `${groups.join(":")}::/64`;
}

/** The addresses that a request has passed, the nearest first. Not every runtime knows that one. */
function pathOf(peer: string | undefined, forwarded: string | null): readonly (string | undefined)[] {
  return [peer, ...(forwarded?.split(",").map(withoutPort).reverse() ?? [])];
}

function readBlock(text: string): Block {
  const block = toBlock(text);
  if (block === undefined) throw invalid(`addresses such as "10.0.0.0/8", not ${JSON.stringify(text)}`);
  return block;
}

/** Some proxies add the port, and some write addresses as they are in URLs. */
function withoutPort(text: string): string {
  const entry = text.trim();
  return /^\[(.*)\](?::\d+)?$/.exec(entry)?.[1] ?? /^([\d.]+):\d+$/.exec(entry)?.[1] ?? entry;
}

function isTrusted(address: string, blocks: readonly Block[]): boolean {
  const bytes = toBytes(address);
  if (bytes === undefined) return false;
  const embedded = toIpv4(bytes);
  return blocks.some((block) => isIn(bytes, block) || (embedded !== undefined && isIn(embedded, block)));
}

/** The IPv4 address in an IPv6 one: servers that listen on both see `::ffff:192.0.2.1`. */
function toIpv4(bytes: Bytes): Bytes | undefined {
  return MAPPED.every((byte, at) => bytes[at] === byte) && bytes.length === 16 ? bytes.slice(12) : undefined;
}

const MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

function invalid(what: string): Error {
  return optionError("trustProxy", (name) => `${name} must be ${what}.`);
}
