import { isIpv4 } from "./ipv4.js";

/** `ipv6`: RFC 4291 section 2.2 without zone, for example `2001:db8::1`. */
export function isIpv6(text: string): boolean {
  if (text.length > MAX_IPV6) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.map((half, index) => countGroups(half, index === halves.length - 1));
  if (groups.includes(undefined)) return false;
  const total = groups.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  return halves.length === 2 ? total <= 7 : total === 8;
}

const MAX_IPV6 = 45;

/** Counts the groups of 16 bits. Only the last may be an IPv4 address, which counts as two. */
function countGroups(text: string, mayEndInIpv4: boolean): number | undefined {
  if (text === "") return 0;
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  if (mayEndInIpv4 && isIpv4(last)) return groups.slice(0, -1).every(isGroup) ? groups.length + 1 : undefined;
  return groups.every(isGroup) ? groups.length : undefined;
}

function isGroup(text: string): boolean {
  return /^[0-9a-f]{1,4}$/i.test(text);
}
