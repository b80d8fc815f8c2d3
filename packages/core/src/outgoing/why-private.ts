import { type Block, type Bytes, isIn, toBlock, toBytes } from "../net/ip-address.js";

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
].map(([block = "", why]) => ({ ...(toBlock(block) as Block), why }));

/** IPv6 addresses that stand for an IPv4 address (mapped, NAT64, 6to4), and where in them it begins. */
const EMBEDDING = [
  { ...(toBlock("::ffff:0:0/96") as Block), at: 12 },
  { ...(toBlock("64:ff9b::/96") as Block), at: 12 },
  { ...(toBlock("2002::/16") as Block), at: 2 },
];

/** The addresses of IPv6 that are routed between networks. */
const GLOBAL_UNICAST = toBlock("2000::/3") as Block;

function whyReserved(address: Bytes): string | undefined {
  const embedding = EMBEDDING.find((block) => isIn(address, block));
  if (embedding) return whyReserved(address.slice(embedding.at, embedding.at + 4));
  const row = RESERVED.find((block) => isIn(address, block));
  if (row) return row.why;
  return address.length === 4 || isIn(address, GLOBAL_UNICAST) ? undefined : "a reserved address";
}
