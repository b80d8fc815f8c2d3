/**
 * Says why a host must not be reached by default: `undefined` for a public address, and for a name that has to be looked
 * up first.
 *
 * @param host An address, or the host of a URL; an IPv6 address may have brackets and a zone
 * @returns what the host is, such as `a loopback address`
 */
export function whyPrivate(host: string): string | undefined {
  const bytes = toBytes(host);
  return bytes === undefined ? whyLocal(withoutRoot(host).toLowerCase()) : whyReserved(bytes);
}

/** Without the dots at the end. A pattern would look at all dots again and again, and a client may send a million. */
function withoutRoot(host: string): string {
  let end = host.length;
  while (host[end - 1] === ".") end -= 1;
  return host.slice(0, end);
}

/** Domains whose names never stand for a public host. */
const LOCAL_DOMAINS = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

function whyLocal(name: string): string | undefined {
  return LOCAL_DOMAINS.test(name) || !name.includes(".") ? "a local name" : undefined;
}

/** From IANA's registries of special-purpose addresses. The first row that contains an address applies. */
const RESERVED = [
  ["0.0.0.0/8", "an address of this machine"],
  ["10.0.0.0/8", "a private address"],
  ["100.64.0.0/10", "an address of a provider's own network"],
  ["127.0.0.0/8", "a loopback address"],
  // A service of Azure's hosts, which only their guests can reach.
  ["168.63.129.16/32", "an address of cloud metadata"],
  ["169.254.0.0/16", "a link-local address, which clouds use for metadata"],
  ["172.16.0.0/12", "a private address"],
  ["192.0.0.0/24", "a reserved address"],
  ["192.0.2.0/24", "an address for documentation"],
  ["192.88.99.0/24", "a reserved address"],
  ["192.168.0.0/16", "a private address"],
  ["198.18.0.0/15", "an address for benchmarks"],
  ["198.51.100.0/24", "an address for documentation"],
  ["203.0.113.0/24", "an address for documentation"],
  ["224.0.0.0/4", "a multicast address"],
  ["240.0.0.0/4", "a reserved address"],
  ["::/128", "an address of this machine"],
  ["::1/128", "a loopback address"],
  ["fc00::/7", "a private address"],
  ["fe80::/10", "a link-local address"],
  ["fec0::/10", "a private address"],
  ["ff00::/8", "a multicast address"],
  ["2001::/23", "a reserved address"],
  ["2001:db8::/32", "an address for documentation"],
  ["3fff::/20", "an address for documentation"],
].map(([block = "", why]) => {
  const [address = "", length] = block.split("/");
  return { prefix: toBytes(address) as Bytes, length: Number(length), why };
});

/** IPv6 addresses that stand for an IPv4 address (mapped, NAT64, 6to4), and where in them it begins. */
const EMBEDDING = [
  { prefix: toBytes("::ffff:0:0") as Bytes, length: 96, at: 12 },
  { prefix: toBytes("64:ff9b::") as Bytes, length: 96, at: 12 },
  { prefix: toBytes("2002::") as Bytes, length: 16, at: 2 },
];

/** The addresses of IPv6 that are routed between networks. */
const GLOBAL_UNICAST = { prefix: toBytes("2000::") as Bytes, length: 3 };

function whyReserved(address: Bytes): string | undefined {
  const embedding = EMBEDDING.find((block) => isIn(address, block));
  if (embedding) return whyReserved(address.slice(embedding.at, embedding.at + 4));
  const row = RESERVED.find((block) => isIn(address, block));
  if (row) return row.why;
  return address.length === 4 || isIn(address, GLOBAL_UNICAST) ? undefined : "a reserved address";
}

type Bytes = readonly number[];

interface Block {
  readonly prefix: Bytes;
  /** How many bits of the prefix count. */
  readonly length: number;
}

function isIn(address: Bytes, { prefix, length }: Block): boolean {
  if (address.length !== prefix.length) return false;
  return prefix.every((byte, index) => {
    const bits = Math.min(Math.max(length - index * 8, 0), 8);
    return (byte ^ (address[index] as number)) >> (8 - bits) === 0;
  });
}

function toBytes(host: string): Bytes | undefined {
  return host.includes(":") ? fromIpv6(host.replace(/^\[|\]$|%.*$/g, "")) : fromIpv4(host);
}

function fromIpv4(text: string): Bytes | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  return text.split(".").map(Number);
}

function fromIpv6(text: string): Bytes {
  const [left = [], right] = text.split("::").map((half) => half.split(":").filter(Boolean).flatMap(toPair));
  if (right === undefined) return left;
  return [...left, ...new Array<number>(Math.max(16 - left.length - right.length, 0)).fill(0), ...right];
}

/** The bytes of a group; of the last one, there may be four. */
function toPair(group: string): Bytes {
  const value = Number.parseInt(group, 16);
  return fromIpv4(group) ?? [value >> 8, value & 255];
}
