import { isIpv6 } from "./ipv6.js";

/** `uri`: RFC 3986 with a scheme, for example `https://example.com/a?b#c`. */
export function isUri(text: string): boolean {
  const match = URI.exec(text);
  if (match === null) return false;
  const [, authority, path = "", query = "", fragment = ""] = match;
  if (authority !== undefined && !(isAuthority(authority) && (path === "" || path.startsWith("/")))) return false;
  return isPlain(path) && isPlain(query) && isPlain(fragment);
}

const URI = /^[a-z][a-z0-9+.-]*:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/is;

function isAuthority(text: string): boolean {
  const at = text.lastIndexOf("@");
  const host = text.slice(at + 1);
  if (at >= 0 && (text.indexOf("@") !== at || !isPlain(text.slice(0, at)))) return false;
  const literal = /^\[(.*)\](?::\d*)?$/s.exec(host);
  if (literal !== null)
    return isIpv6(literal[1] ?? "") || /^v[0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+$/i.test(literal[1] ?? "");
  const [name = "", port = "", ...rest] = host.split(":");
  return rest.length === 0 && isPlain(name) && /^\d*$/.test(port);
}

/**
 * Whether text has only unescaped characters that are allowed, and complete escapes. Searches for the opposite, which
 * cannot backtrack.
 */
function isPlain(text: string): boolean {
  return !/[^a-z0-9\-._~!$&'()*+,;=:@/?%]/i.test(text) && !/%(?![0-9a-f]{2})/i.test(text);
}
