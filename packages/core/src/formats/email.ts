import { isHostname } from "./hostname.js";
import { isIpv4 } from "./ipv4.js";
import { isIpv6 } from "./ipv6.js";

/** `email`: RFC 5321 mailbox in ASCII, for example `name@example.com`. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || at > MAX_LOCAL) return false;
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  return (ATOMS.test(local) || QUOTED.test(local)) && (isHostname(domain) || isAddressLiteral(domain));
}

const MAX_LOCAL = 64;
const ATOMS = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const QUOTED = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/;

function isAddressLiteral(domain: string): boolean {
  if (!domain.startsWith("[") || !domain.endsWith("]")) return false;
  const address = domain.slice(1, -1);
  return address.startsWith("IPv6:") ? isIpv6(address.slice("IPv6:".length)) : isIpv4(address);
}
