/** The bytes of an address: 4, or 16 for IPv6. */
export type Bytes = readonly number[];

/** A block of addresses, such as `10.0.0.0/8`. */
export interface Block {
  readonly prefix: Bytes;
  /** How many bits of the prefix count. */
  readonly length: number;
}

/** Reads an address; one of IPv6 may have brackets and a zone. Returns `undefined` for any other text. */
export function toBytes(host: string): Bytes | undefined {
  return host.includes(":") ? fromIpv6(host.replace(/^\[|\]$|%.*$/g, "")) : fromIpv4(host);
}

/** Reads a block in CIDR notation, or a single address. Returns `undefined` for any other text. */
export function toBlock(text: string): Block | undefined {
  const [address = "", length, ...rest] = text.split("/");
  const prefix = toBytes(address);
  if (prefix === undefined || rest.length > 0) return undefined;
  const bits = length === undefined ? prefix.length * 8 : /^\d+$/.test(length) ? Number(length) : Number.NaN;
  return bits <= prefix.length * 8 ? { prefix, length: bits } : undefined;
}

/** Whether an address is in a block. */
export function isIn(address: Bytes, { prefix, length }: Block): boolean {
  if (address.length !== prefix.length) return false;
  return prefix.every((byte, index) => {
    const bits = Math.min(Math.max(length - index * 8, 0), 8);
    return (byte ^ (address[index] as number)) >> (8 - bits) === 0;
  });
}

function fromIpv4(text: string): Bytes | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const bytes = text.split(".").map(Number);
  return bytes.every((byte) => byte < 256) ? bytes : undefined;
}

function fromIpv6(text: string): Bytes | undefined {
  // The platform knows what is an address.
  if (!URL.canParse(`http://[${text}]`)) return undefined;
  const [left = [], right] = text.split("::").map((half) => half.split(":").filter(Boolean).flatMap(toPair));
  if (right === undefined) return left;
  return [...left, ...new Array<number>(Math.max(16 - left.length - right.length, 0)).fill(0), ...right];
}

/** The bytes of a group; of the last one, there may be four. */
function toPair(group: string): Bytes {
  const value = Number.parseInt(group, 16);
  return fromIpv4(group) ?? [value >> 8, value & 255];
}
